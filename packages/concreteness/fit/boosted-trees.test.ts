import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { expect, test } from 'vitest';
import { binValues, boostTrees } from './boosted-trees';

const options = { trees: 200, learningRate: 0.1, leaves: 6, smallestLeaf: 5, penalty: 1, columnShare: 1 };
const rows = 600;
// y = 1 if a > 0.5, plus 2 where b is missing; c is noise.
const values = new Float32Array(rows * 3);
const targets = new Float64Array(rows);
for (let row = 0; row < rows; row += 1) {
  const a = (row * 0.618) % 1;
  const isMissing = row % 3 === 0;
  values.set([a, isMissing ? Number.NaN : 1, (row * 0.414) % 1], row * 3);
  targets[row] = (a > 0.5 ? 1 : 0) + (isMissing ? 2 : 0);
}
const training = Int32Array.from({ length: rows - 100 }, (_, row) => row);

test('trees learn a step and a missing value, and say so of rows they were not fitted to', () => {
  const binned = binValues(values, 3, training);
  const predictions = boostTrees(binned, training, targets.subarray(0, 500), options, xoroshiro128plus(1));
  for (let row = 500; row < rows; row += 1) expect(predictions[row]).toBeCloseTo(targets[row]!, 1);
});

test('the same seed gives the same trees', () => {
  const binned = binValues(values, 3, training);
  const fit = (seed: number) =>
    boostTrees(
      binned,
      training,
      targets.subarray(0, 500),
      { ...options, trees: 5, columnShare: 0.4 },
      xoroshiro128plus(seed),
    );
  expect(fit(7)).toEqual(fit(7));
  expect(fit(7)).not.toEqual(fit(8));
});
