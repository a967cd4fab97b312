/**
 * What a comparison comes to, in words: who is ahead, that no difference was seen, or that so few questions tell the two
 * apart that none could be.
 *
 * @param tooFew how many pictures the two differ in, where that is too few for any p below .05
 */
export function verdictOf(
  difference: number,
  differs: boolean,
  a: string,
  b: string,
  tooFew?: number,
): string {
  if (!differs && tooFew !== undefined) {
    return `too few questions differ: with ${tooFew}, p cannot fall below ${smallestP(tooFew)}`;
  }
  if (!differs || difference === 0) return 'no difference seen';
  return difference > 0 ? `${b} ahead of ${a}` : `${a} ahead of ${b}`;
}

/** The smallest two-sided p of a test that flips the signs of so many differences, or McNemar's of so many questions. */
export function smallestP(differing: number): number {
  return Math.min(1, 2 ** (1 - differing));
}
