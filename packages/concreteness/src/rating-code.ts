/**
 * A rating in [1, 5] as one printable character, in steps of 0.08: rounding costs at most 0.04, which adds a
 * thousandth to the estimates' own error, and each halving of the step would add 18 kB to the table. The
 * characters that a string literal would have to escape are stepped over.
 */
export const ratingStep = 0.08;
const levels = Math.round(4 / ratingStep) + 1;

const characters = Array.from({ length: 94 }, (_, offset) => String.fromCharCode(33 + offset))
  .filter((character) => !`"'\\\``.includes(character))
  .slice(0, levels);

export function encodeRating(rating: number): string {
  const level = Math.round((Math.min(5, Math.max(1, rating)) - 1) / ratingStep);
  return characters[level]!;
}

/** Rating by character code; codes that stand for no rating are NaN. */
export const ratingOfCode: Float64Array = new Float64Array(128).fill(Number.NaN);
for (const [level, character] of characters.entries()) {
  ratingOfCode[character.charCodeAt(0)] = Math.round((1 + level * ratingStep) * 100) / 100;
}
