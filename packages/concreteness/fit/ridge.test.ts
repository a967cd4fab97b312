import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitRidge } from './ridge';
import { buildRows } from './sparse-rows';

const names = ['a', 'b', 'c'];
const columns = new Map(names.map((name, index) => [name, index]));
const exact = { iterations: 100, tolerance: 1e-12 };

function rowsOf(table: readonly (readonly number[])[]) {
  return buildRows(
    table,
    (row, add) => {
      for (const [index, value] of row.entries()) if (value !== 0) add(names[index]!, value);
    },
    columns,
    () => 1,
  );
}

test('one feature has the textbook answer, xy / (xx + λ)', () => {
  const weights = fitRidge(rowsOf([[1], [2]]), [3, 5], [0, 1], { penalty: 0.5, ...exact });
  expect(weights[0]).toBeCloseTo((1 * 3 + 2 * 5) / (1 + 4 + 0.5), 10);
});

test('the solution fulfils the normal equations, and rows that are not named have no say', () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const row = fc.tuple(number, number, number, number);
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (data) => {
      const table = [...data.map((each) => each.slice(0, 3)), [100, -100, 100]];
      const targets = [...data.map((each) => each[3]), 1000];
      const penalty = 0.7;
      const fitted = data.map((_, index) => index);
      const weights = fitRidge(rowsOf(table), targets, fitted, { penalty, ...exact });
      for (const column of names.keys()) {
        let gradient = penalty * weights[column]!;
        for (const index of fitted) {
          const value = table[index]!.reduce((sum, x, at) => sum + Math.fround(x) * weights[at]!, 0);
          gradient += Math.fround(table[index]![column]!) * (value - targets[index]!);
        }
        expect(Math.abs(gradient)).toBeLessThan(1e-7);
      }
    }),
  );
});
