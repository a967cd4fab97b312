import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createPlant } from './plant';
import { loadGraph } from './wordnet/load-graph';
import { createRelations } from './wordnet/related';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const shared = process.env.SLIPFORM_SHARED ?? join(root, '../shared');
const file = join(shared, 'data/captions/coco-val2017-half.tsv');
const missing = !existsSync(file);
if (missing) console.log(`coco.test.ts skipped: no COCO captions in ${shared}/data (set SLIPFORM_SHARED)`);

test.skipIf(missing)('on 4,000 COCO captions: offsets, no related pair, coverage', () => {
  const captions = readFileSync(file, 'utf8').trim().split('\n').slice(1, 4001);
  const plant = createPlant();
  const { relation } = createRelations(loadGraph().noun);
  for (const [i, line] of captions.entries()) {
    const caption = line.slice(line.indexOf('\t') + 1);
    for (const record of plant.mine(caption, { id: String(i) })) {
      const { keyword, replacement, keyword2, replacement2 } = record;
      expect(caption.slice(keyword.start, keyword.end)).toBe(keyword.text);
      expect(record.negative.slice(replacement.start, replacement.end)).toBe(replacement.text);
      if (keyword2) expect(caption.slice(keyword2.start, keyword2.end)).toBe(keyword2.text);
      if (replacement2) {
        expect(record.negative.slice(replacement2.start, replacement2.end)).toBe(replacement2.text);
      }
      if (record.slot === 'object') expect(relation(keyword.lemma, replacement.lemma)).toBeUndefined();
    }
  }
  const { captionsWithNegative, captions: count } = plant.stats();
  expect(captionsWithNegative / count).toBeGreaterThan(0.85);
});

test.skipIf(missing)('on 12,692 COCO captions in one block: coverage, slots, and policies that rule', () => {
  const lines = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const block = lines.map((line, i) => {
    const [imageId = '', caption = ''] = line.split('\t');
    return { id: String(i), imageId, caption };
  });
  const plant = createPlant();
  plant.mineBlock(block);
  const { captionsWithNegative, negatives, slots } = plant.stats();
  expect(captionsWithNegative / block.length).toBeGreaterThan(0.94);
  for (const [slot, count] of Object.entries(slots)) {
    // More relations than can be exchanged give their captions away (decision 21).
    expect(count / negatives, slot).toBeGreaterThan(slot === 'relation' ? 0.06 : 0.1);
  }
  const concretenessUnder = (policy: 'max' | 'min') => {
    const records = createPlant({ policy, balance: 'none' }).mineBlock(block);
    return records.reduce((sum, { concreteness }) => sum + concreteness, 0) / records.length;
  };
  expect(concretenessUnder('max') - concretenessUnder('min')).toBeGreaterThan(1);
});
