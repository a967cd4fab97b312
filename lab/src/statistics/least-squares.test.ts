import { createRandom } from '@slipform/scenes';
import { expect, test } from 'vitest';
import { leastSquares } from './least-squares';
import { spearman } from './spearman';

test('finds the coefficients that made the data', () => {
  const random = createRandom(0, 'least squares');
  const rows = Array.from({ length: 50 }, () => [
    random.fraction(),
    100 * random.fraction(),
    random.fraction(),
  ]);
  const found = leastSquares(
    rows,
    rows.map(([a, b, c]) => 3 - 2 * a! + 0.5 * b! + 7 * c!),
  );
  for (const [index, value] of [3, -2, 0.5, 7].entries()) expect(found[index]).toBeCloseTo(value, 8);
});

test('refuses columns that depend on each other', () => {
  expect(() =>
    leastSquares(
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
      [1, 2, 3],
    ),
  ).toThrow('depend on each other');
});

test('rank correlation, with ties as scipy.stats.spearmanr has them', () => {
  expect(spearman([1, 2, 3, 4], [10, 100, 1000, 10_000])).toBeCloseTo(1, 12);
  expect(spearman([1, 2, 2, 4], [4, 3, 1, 2])).toBeCloseTo(-0.632455532, 8);
});
