import { hashText } from '@slipform/kit/random/hash';
import { type Random, createRandom as randomOfSeed } from '@slipform/kit/random/random';

export type { Random };

const steps = 2 ** 24;

/** A uniform number in (0, 1). */
export function fractionOf(random: Random): number {
  return (random.below(steps) + 0.5) / steps;
}

/** A draw of the standard Gumbel distribution: added to scores, the largest is a draw from their softmax. */
export function gumbel(random: Random): number {
  return -Math.log(-Math.log(fractionOf(random)));
}

/** A generator of its own for each caption, so that neither order nor workers change what it draws. */
export function createRandom(seed: number, ...keys: readonly string[]): Random {
  const start = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  return randomOfSeed(keys.reduce((hash, key) => hashText(key, hash), start));
}
