import { integer } from '@slipform/kit/options/options';
import { streamSeed } from '@slipform/kit/random/hash';
import { type Random, createRandom as randomOfSeed } from '@slipform/kit/random/random';

export type { Random };

/** A seeded source of randomness: the same seed and stream give the same numbers on every machine. */
export const createRandom = (seed: number, stream = ''): Random => randomOfSeed(streamSeed(seed, stream));

/** Seeds are used modulo 2³²: beyond these ends two of them would be one. */
export const anySeed = integer({ min: -(2 ** 31), max: 2 ** 32 - 1 });
