import { expect, test } from 'vitest';
import { createPlant } from './plant';
import { mergeStats } from './stats';

const blocks = [
  ['A red car and a blue bus.', 'Two dogs run.', 'Three dogs run.'],
  ['A man sits on a bench.', 'A couch in a room.', ''],
].map((captions, b) => captions.map((caption, i) => ({ id: `${b}${i}`, caption })));

test('statistics of the parts make those of the whole, also after a trip as JSON', () => {
  const whole = createPlant();
  const parts = blocks.map((block) => {
    whole.mineBlock(block);
    const plant = createPlant();
    plant.mineBlock(block);
    return JSON.parse(JSON.stringify(plant.stats()));
  });
  expect(mergeStats(parts[0], parts[1])).toEqual(whole.stats());
  expect(whole.stats().captions).toBe(6);
  expect(whole.stats().negatives).toBeGreaterThan(2);
});
