/**
 * The exact two-sided sign-flip test that paired differences have mean 0: the share of all 2ⁿ choices of signs whose
 * mean is at least as far from 0. With n differences it can't fall below 2/2ⁿ: .0625 for five, .0078 for eight.
 * Source: R. A. Fisher 1935, "The Design of Experiments", section 21.
 *
 * @throws RangeError for no difference, or more than 20.
 */
export function signFlip(differences: readonly number[]): number {
  const n = differences.length;
  if (n === 0 || n > 20) throw new RangeError(`signFlip: needs 1 to 20 differences, got ${n}`);
  const observed = Math.abs(differences.reduce((sum, value) => sum + value, 0));
  let asFar = 0;
  for (let signs = 0; signs < 2 ** n; signs++) {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += signs & (1 << i) ? differences[i]! : -differences[i]!;
    // Sums of the same numbers in another order differ in their last bits.
    if (Math.abs(sum) >= observed * (1 - 1e-12)) asFar++;
  }
  return asFar / 2 ** n;
}
