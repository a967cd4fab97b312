import { expect, test } from 'vitest';
import { colours } from '../experiments/colours';
import { drawn } from '../experiments/drawn';
import { startFolder } from './pretrain';

test('all arms of a seed start from one pretraining, and those of another seed from another', () => {
  const folders = [1, 2].map((seed) =>
    drawn.runs(seed, { firstSeed: 1 }).map((run) => startFolder('work', run)),
  );
  expect(folders.map((own) => new Set(own).size)).toEqual([1, 1]);
  expect(folders[0]![0]).not.toBe(folders[1]![0]);
  const [own] = drawn.runs(1, { firstSeed: 1 });
  expect(startFolder('work', { ...own!, start: { folder: 'mine', sha256: '' } })).toBeUndefined();
  expect(startFolder('work', colours.runs(2, { firstSeed: 2 })[0]!)).toBeUndefined();
});
