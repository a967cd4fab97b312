import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadGraph } from '../wordnet/load-graph';
import { addTags, decisions, emptyTally, f1, parseLabels, type Tally } from './caption-labels';
import { correctTags } from './correct-tags';
import { tagCaption } from './tagger';
import { createWordForms } from './word-forms';

const labelled = parseLabels(
  readFileSync(fileURLToPath(new URL('../../fixtures/caption-labels.tsv', import.meta.url)), 'utf8'),
);
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const shared = process.env.SLIPFORM_SHARED ?? join(root, '../shared');
const file = join(shared, 'data/captions/coco-val2017-half.tsv');
const missing = !existsSync(file);
if (missing)
  console.log(`caption-labels.test.ts skipped: no COCO captions in ${shared}/data (set SLIPFORM_SHARED)`);

test('120 captions are labelled for development, 80 are held out', () => {
  const held = labelled.filter(({ half }) => half === 'held-out');
  expect([labelled.length, held.length]).toEqual([200, 80]);
});

/** The captions of an image, in the file's order. */
function readCaptions(): Map<string, string[]> {
  const captions = new Map<string, string[]>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [imageId = '', caption = ''] = line.split('\t');
    captions.set(imageId, [...(captions.get(imageId) ?? []), caption]);
  }
  return captions;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const describeTally = (tally: Tally) =>
  [
    `tags ${percent(tally.right / tally.tokens)} of ${tally.tokens}`,
    ...decisions.map((decision) => `${decision} ${percent(f1(tally.decisions[decision]))}`),
  ].join(', ');

test.skipIf(missing).each([
  ['development', 0.99],
  ['held-out', 0.97],
] as const)('the reading is nearer to a person’s than the tagger’s: %s', (half, least) => {
  const captions = readCaptions();
  const formOf = createWordForms(loadGraph());
  const [tagger, reading] = [emptyTally(), emptyTally()];
  for (const caption of labelled.filter((each) => each.half === half)) {
    const text = captions.get(caption.imageId)?.[caption.ordinal - 1] ?? '';
    const tokens = tagCaption(text);
    expect(tokens).toHaveLength(caption.codes.length);
    addTags(tagger, caption, tokens);
    correctTags(tokens, formOf);
    addTags(reading, caption, tokens);
  }
  console.log(`${half}, tagger alone: ${describeTally(tagger)}`);
  console.log(`${half}, our reading:  ${describeTally(reading)}`);
  expect(reading.right / reading.tokens).toBeGreaterThan(least);
  expect(reading.right).toBeGreaterThan(tagger.right);
  for (const decision of decisions) {
    expect(f1(reading.decisions[decision]), decision).toBeGreaterThan(0.95);
    expect(f1(reading.decisions[decision]), decision).toBeGreaterThanOrEqual(f1(tagger.decisions[decision]));
  }
});
