import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LabelledShare, labelDegrees } from './label-degrees';

type Matrix = readonly (readonly number[])[];

const product = (one: Matrix, other: Matrix): Matrix =>
  one.map((row) => other[0]!.map((_, at) => row.reduce((sum, each, of) => sum + each * other[of]![at]!, 0)));
const transposed = (matrix: Matrix): Matrix => matrix[0]!.map((_, at) => matrix.map((row) => row[at]!));
const trace = (matrix: Matrix) => matrix.reduce((sum, row, at) => sum + row[at]!, 0);

/** tr(T)² / tr(T²) with every matrix written out. */
function dense(rows: readonly LabelledShare[], labels: number): number {
  const has = rows.map(({ labels: own }) =>
    Array.from({ length: labels }, (_, at) => Number(own.includes(at))),
  );
  const means = transposed(has).map((column) =>
    column.reduce((sum, each, at) => sum + each * rows[at]!.share, 0),
  );
  const residuals = has.map((row, at) => row.map((each, label) => rows[at]!.share * (each - means[label]!)));
  const sharing = rows.map(({ labels: own }) =>
    rows.map(({ labels: other }) => Number(own.some((label) => other.includes(label)))),
  );
  const t = product(transposed(residuals), product(sharing, residuals));
  return trace(t) ** 2 / trace(product(t, t));
}

test('is tr(T)² / tr(T²) of the matrices written out', () => {
  const row = fc.record({
    labels: fc.uniqueArray(fc.nat(6), { maxLength: 4 }),
    share: fc.double({ min: 0.1, max: 2, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 8, maxLength: 30 }), (drawn) => {
      const total = drawn.reduce((sum, { share }) => sum + share, 0);
      const rows = drawn.map(({ labels, share }) => ({ labels, share: share / total }));
      const written = dense(rows, 7);
      fc.pre(Number.isFinite(written) && new Set(rows.flatMap(({ labels }) => labels)).size > 4);
      expect(labelDegrees(rows)).toBeCloseTo(written, 6);
    }),
  );
});

test('with one label a row and all of one size is their number less 1', () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({ labels: [at % 12], share: 1 / 60 }));
  expect(labelDegrees(rows)).toBeCloseTo(11, 10);
});
