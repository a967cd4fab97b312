/**
 * A rating in [1, 5] as one printable character, in steps of 0.05: rounding costs at most 0.025, a twentieth of
 * the estimates' own error. Capitals and small letters are safe in a string literal; the two characters that
 * would need an escape there (quote and backslash) are stepped over.
 */
export const ratingStep = 0.05;
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
