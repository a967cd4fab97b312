import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** Uniform integer in [0, bound). */
  below(bound: number): number;
  /** Index drawn with probability proportional to the weight. */
  weighted(weights: readonly number[]): number;
}

/** A generator of its own for each caption, so that neither order nor workers change what it draws. */
export function createRandom(seed: number, ...keys: readonly string[]): Random {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  for (const key of keys) hash = hashText(key, hash);
  const generator = xoroshiro128plus(hash);
  return {
    below: (bound) => (bound <= 1 ? 0 : uniformInt(generator, 0, bound - 1)),
    weighted(weights) {
      let total = 0;
      for (const weight of weights) total += weight;
      let rest = uniformFloat64(generator) * total;
      for (let index = 0; index < weights.length; index += 1) {
        rest -= weights[index]!;
        if (rest < 0) return index;
      }
      return weights.length - 1;
    },
  };
}

/** FNV-1a over UTF-16 code units with murmur3's finaliser (Fowler, Noll, Vo; Appleby), both in the public domain. */
function hashText(text: string, start: number): number {
  let hash = start ^ 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
