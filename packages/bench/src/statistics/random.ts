import { readValue } from '@slipform/kit/options/options';
import { streamSeed } from '@slipform/kit/random/hash';
import { type Random, createRandom as randomOfSeed } from '@slipform/kit/random/random';
import { seed as anySeed } from '../checks/seed';

export type { Random };

/** `stream` names what the numbers are for, so that two uses of one seed don't share their numbers. */
export function createRandom(seed: number, stream = ''): Random {
  readValue(anySeed, seed, '', 'seed');
  return randomOfSeed(streamSeed(seed, stream));
}

/** A 32-bit hash of a text and a seed. */
export function hashText(text: string, seed: number): number {
  return streamSeed(seed, text) >>> 0;
}
