/** The largest difference of two lists of rows; NaN where their shapes differ or a value is no number. */
export function largestDifference(
  found: readonly ArrayLike<number>[],
  expected: readonly ArrayLike<number>[],
): number {
  if (found.length !== expected.length) return Number.NaN;
  let most = 0;
  found.forEach((row, at) => {
    const other = expected[at]!;
    if (row.length !== other.length) most = Number.NaN;
    for (let i = 0; i < row.length; i++) {
      const difference = Math.abs(row[i]! - other[i]!);
      if (!(difference <= most)) most = difference;
    }
  });
  return most;
}
