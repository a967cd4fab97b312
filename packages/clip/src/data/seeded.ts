import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Integers from 0 to `below` − 1. */
export type Draw = (below: number) => number;

/**
 * Random integers that are fixed by these numbers alone (a seed, an epoch, a row …), so that any of them can be
 * had without those before.
 */
export function drawOf(...numbers: readonly number[]): Draw {
  let hash = 0x811c9dc5;
  for (const number of numbers) {
    // Seeds up to 2⁵³ count with all their bits.
    hash = mix(hash ^ (number >>> 0));
    hash = mix(hash ^ Math.floor(number / 2 ** 32));
  }
  const generator = xoroshiro128plus(hash);
  return (below) => uniformInt(generator, 0, below - 1);
}

/** 0 to `count` − 1 in random order (Fisher and Yates; Durstenfeld 1964). */
export function permutation(count: number, draw: Draw): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = draw(i + 1);
    const moved = order[i]!;
    order[i] = order[j]!;
    order[j] = moved;
  }
  return order;
}

/** `count` of the items at most, none twice, in random order. */
export function drawSome<T>(items: readonly T[], count: number, draw: Draw): T[] {
  const left = [...items];
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) chosen.push(...left.splice(draw(left.length), 1));
  return chosen;
}

/** murmur3's finaliser (Appleby, public domain). */
function mix(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}
