import { hashText } from '@slipform/kit/random/hash';
import { type Random, createRandom as randomOfSeed } from '@slipform/kit/random/random';

export type { Random };

/** A generator of its own for each caption, so that neither order nor workers change what it draws. */
export function createRandom(seed: number, ...keys: readonly string[]): Random {
  const start = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  return randomOfSeed(keys.reduce((hash, key) => hashText(key, hash), start));
}
