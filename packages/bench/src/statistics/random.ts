import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { checkSeed } from '../checks/whole-number';

/** A seeded source of randomness; the same seed and stream give the same numbers on every machine. */
export interface Random {
  /** A whole number from 0 to `below` − 1. */
  integer(below: number): number;
  /** A number in [0, 1). */
  fraction(): number;
  /** One entry of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Shuffles in place (Fisher–Yates). */
  shuffle<T>(list: T[]): T[];
}

/** `stream` names what the numbers are for, so that two uses of one seed don't share their numbers. */
export function createRandom(seed: number, stream = ''): Random {
  checkSeed('seed', seed);
  const generator = xoroshiro128plus(hashText(stream, seed) | 0);
  const integer = (below: number) => uniformInt(generator, 0, below - 1);
  return {
    integer,
    fraction: () => uniformFloat64(generator),
    pick: (list) => list[integer(list.length)]!,
    shuffle(list) {
      for (let i = list.length - 1; i > 0; i--) {
        const j = integer(i + 1);
        [list[i], list[j]] = [list[j]!, list[i]!];
      }
      return list;
    },
  };
}

/** A 32-bit hash of a text and a seed: FNV-1a over the UTF-16 code units, finished with MurmurHash3's mixer. */
export function hashText(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1)) >>> 0;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
