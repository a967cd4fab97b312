import { integer, readValue } from '@slipform/kit/options/options';
import { streamSeed } from '@slipform/kit/random/hash';
import { type Random, createRandom as randomOfSeed } from '@slipform/kit/random/random';

export type { Random };

/**
 * A seeded source of randomness; the same seed and stream give the same numbers on every machine.
 *
 * @param seed a whole number from −2³¹ to 2³² − 1
 * @param stream what the numbers are for, so that two uses of one seed don't share their numbers
 * @throws InputError if the seed is out of range
 *
 * @example
 * const random = createRandom(1, 'training');
 * random.integer(6);
 */
export function createRandom(seed: number, stream = ''): Random {
  readValue(anySeed, seed, 'createRandom', 'seed');
  return randomOfSeed(streamSeed(seed, stream));
}

/** A 32-bit hash of a text and a seed. */
export function hashText(text: string, seed: number): number {
  return streamSeed(seed, text) >>> 0;
}

/** Seeds are used modulo 2³²: beyond these ends two of them would be one. */
export const anySeed = integer({ min: -(2 ** 31), max: 2 ** 32 - 1 });
