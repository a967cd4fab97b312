import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClip, createEncoder, trainTokenizer, useBackend } from '@slipform/clip';
import { createRandom } from '@slipform/kit/random/random';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Phase } from '../machine/measured';
import type { Run } from '../run';
import { measureRun } from './measure-run';
import { pairPreprocessing } from './pictures';
import { writePrepared } from './prepared';
import { PAIR_SIZE } from './things';

const CAPTIONS = ['A red bell next to a blue cloud', 'A blue bell next to a red cloud'] as const;
const KEYS = ['one_red', 'one_blue'] as const;
const start: Run = {
  ...{ experiment: 'test', variant: 'checkpoint', seed: 1, pretraining: 'committed', layout: 'captions' },
  loss: { name: 'infoNce' },
  evaluation: {
    ...{ asks: 'colour pairs', artists: 'core', split: 'test', pairs: 10, captions: 4, seed: 0 },
    recipes: ['swaps'],
  },
};
const kept: Run = {
  ...start,
  ...{ variant: 'swaps, kept', loss: { name: 'static', value: 2 }, keep: 1, negatives: { recipe: 'swaps' } },
  training: { captions: 0, steps: 2, batchSize: 2, learningRate: 1e-2, warmupSteps: 1, weightDecay: 0.1 },
};

let folder = '';

beforeAll(async () => {
  await useBackend('cpu');
  folder = await mkdtemp(join(tmpdir(), 'slipform-measure-'));
  const random = createRandom(1);
  const tokenizer = trainTokenizer([...CAPTIONS], { contextLength: 16 });
  const { vocabularySize, startToken, endToken } = tokenizer;
  const small = { width: 8, mlpWidth: 8, layers: 1, heads: 1 };
  const model = createClip({
    embeddingSize: 8,
    image: { imageSize: PAIR_SIZE, patchSize: 16, ...small },
    text: { contextLength: 16, vocabularySize, startToken, endToken, ...small },
  });
  const preprocessing = pairPreprocessing(PAIR_SIZE);
  await createEncoder(model, tokenizer, { preprocessing }).save(join(folder, 'model'));
  model.dispose();
  const pairing = (image: number, text: number) => ({ image: KEYS[image]!, text: CAPTIONS[text]! });
  const clusters = { words: ['bell', 'cloud'], artist: 'one' };
  await writePrepared(join(folder, 'prepared'), {
    examples: [0, 1, 2, 3].map((row) => ({
      ...{ rows: [row], caption: CAPTIONS[row % 2]! },
      hard: [
        {
          ...({ recipe: 'swaps', text: CAPTIONS[(row + 1) % 2]!, operation: 'swap' } as const),
          ...{ slot: 'attribute', concreteness: 4, row: (row + 1) % 4 },
        },
      ],
    })),
    benchmarks: [
      {
        ...{ name: 'pairs', chance: 0.5 },
        questions: [
          {
            ...{ id: '1', kind: 'swap pairing', group: '1', rule: 'sum', clusters },
            right: [pairing(0, 0), pairing(1, 1)],
            wrong: [pairing(0, 1), pairing(1, 0)],
          },
        ],
      },
      {
        ...{ name: 'gallery', chance: 0.5, questions: [] },
        retrieval: { images: KEYS, texts: CAPTIONS, imageOf: [0, 1], traits: [{ clusters }, { clusters }] },
      },
    ],
    ...{ keys: KEYS, first: 2 },
    pictures: {
      size: PAIR_SIZE,
      rgb: Uint8Array.from({ length: 4 * PAIR_SIZE ** 2 * 3 }, () => random.below(256)),
    },
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The four cosines of the pair, and how many steps were reported. */
async function judged(run: Run) {
  const phases: Phase[] = [];
  const [prepared, model] = [join(folder, 'prepared'), join(folder, 'model')];
  const { answers } = await measureRun(run, { prepared, model, report: (phase) => phases.push(phase) });
  return { scores: answers!.scores, steps: phases.filter(({ phase }) => phase === 'training').length };
}

test('weights between the start and what was trained are judged, and nothing is trained twice', async () => {
  const [first, whole] = [await judged(start), await judged({ ...kept, alpha: 1 })];
  expect([first.steps, whole.steps]).toEqual([0, 2]);
  expect(whole.scores).not.toEqual(first.scores);
  expect(await judged({ ...kept, alpha: 0 })).toEqual({ ...first, steps: 0 });
  const half = await judged({ ...kept, alpha: 0.5 });
  expect(half.steps).toBe(0);
  expect([first.scores, whole.scores]).not.toContainEqual(half.scores);
  expect(await judged(kept)).toEqual(whole);
});
