import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../statistics/random';
import { PUBLISHED_SAMPLES } from '../testing/published-samples';
import { evaluateBlind } from './blind-baseline';
import { evaluate } from './evaluate';
import type { Result } from './result';

/**
 * Scores of every published benchmark, to the last digit, as they were before questions had one shape. To write the file
 * anew, after a change that is meant: `SLIPFORM_WRITE_GOLDEN=1 npx vitest run --project node golden-scores`.
 */
const file = new URL('../../fixtures/golden-scores.json', import.meta.url);

/** Vectors that follow from the name: small whole numbers, so that some scores tie. */
const vectorOf = (name: string) => {
  const random = createRandom(0, name);
  return Float32Array.from({ length: 3 }, () => random.integer(5) - 2);
};
const encoder = {
  embedImages: async (images: readonly unknown[]) => images.map((image) => vectorOf(`image ${image}`)),
  embedTexts: async (texts: readonly string[]) => texts.map((text) => vectorOf(`text ${text}`)),
};
const scorer = {
  score: async (pairs: readonly { readonly image: unknown; readonly text: string }[]) =>
    pairs.map(({ image, text }) => createRandom(0, `${image} ${text}`).integer(4) / 3),
};

/** What a result comes to; a question's answer in one line. */
const told = ({ answers, bagOfWordsUpperBound, ...result }: Result) => ({
  ...result,
  bagOfWords: bagOfWordsUpperBound,
  answers: answers.map(({ id, kind, group, question, right, wrong }) =>
    [id, kind, group, question, right, wrong].join(' | '),
  ),
});

async function scoresOf(name: string): Promise<unknown> {
  const benchmark = PUBLISHED_SAMPLES[name]!();
  const refused = (error: Error) => error.message.replace(/\.$/, '');
  return JSON.parse(
    JSON.stringify({
      encoder: told(await evaluate(encoder, benchmark, { name: 'golden', seed: 7 })),
      scorer: told(await evaluate(scorer, benchmark, { retrieval: true, batchSize: 5 })),
      blind: await evaluateBlind(benchmark, { seed: 1, folds: 3 }).then(told, refused),
      taught: await evaluateBlind(benchmark, { captions: ['A red dog chases the white horse.'] }).then(
        told,
        refused,
      ),
    }),
  );
}

const names = Object.keys(PUBLISHED_SAMPLES);
if (process.env.SLIPFORM_WRITE_GOLDEN) {
  const scores = await Promise.all(names.map(async (name) => [name, await scoresOf(name)]));
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(scores), null, 1)}\n`);
}
const golden: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));

describe('scores as they were', () => {
  test.each(names)('%s', async (name) => {
    expect(golden[name]).toBeDefined();
    expect(await scoresOf(name)).toEqual(golden[name]);
  });
});
