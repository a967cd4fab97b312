import { defineOptions, integer, optional, type RowsFor } from '@slipform/kit/options/options';
import { hashNumbers } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { checkIcons } from '../check-icons';
import type { Icon, MinimalPair } from '../icon';
import { differingByOneWord } from './differing-by-one-word';
import { createAnswerable } from './is-answerable';
import { mainDrawings } from './main-drawings';

export interface MinimalPairsOptions {
  /** What a sample is drawn by, an integer of 32 bits. Default 0. It counts only where one of the limits does. */
  readonly seed?: number;
  /** The most pairs in which two words are exchanged for each other ("off" and "check"). Default: no limit. */
  readonly perWordPair?: number;
  /** The most pairs in which one word is exchanged, so that "off" doesn't take all. Default: no limit. */
  readonly perWord?: number;
  /** The most pairs in all. Default: no limit. */
  readonly max?: number;
}

const limit = () => optional(integer({ min: 1 }));
const table = defineOptions('minimalPairs', {
  seed: optional(integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), 0),
  perWordPair: limit(),
  perWord: limit(),
  max: limit(),
} satisfies RowsFor<MinimalPairsOptions>);

/**
 * Natural minimal pairs: two icons of one set whose captions differ in one word at one place, "cloud off" and "cloud
 * check". Both captions and both pictures were made by people, and both pictures by the same hand in the same style
 * (`mainDrawings`).
 *
 * Left out are pairs that no one could tell apart: with the same drawing; whose words are one in another spelling or
 * number; or of which one icon has the other's caption or word among its aliases or tags. So are names of marks (`brand-x`, `logo-y`), which are no words.
 *
 * The order is by set, then by the names; a sample keeps it. The same icons, seed and limits give the same pairs.
 *
 * @param icons of one or more sets; each set is looked at by itself
 * @throws {InputError} for what is no list of icons, or a limit below 1
 *
 * @example
 * const pairs = minimalPairs(corpus.icons, { max: 1000, seed: 1 });
 * pairs[0]?.words; // ['off', 'check'], of "cloud off" and "cloud check"
 */
export function minimalPairs(icons: readonly Icon[], options: MinimalPairsOptions = {}): MinimalPair[] {
  checkIcons('minimalPairs', 'icons', icons);
  const { seed, ...limits } = table.read(options);
  const drawings = mainDrawings(icons);
  const isAnswerable = createAnswerable();
  const candidates = differingByOneWord(drawings.map(({ set, words }) => ({ set, words }))).filter(
    ({ first, second, slot }) => isAnswerable(drawings[first]!, drawings[second]!, slot),
  );
  const wordsOf = ({ first, second, slot }: (typeof candidates)[number]) =>
    [drawings[first]!.words[slot]!, drawings[second]!.words[slot]!] as const;
  const sampled = samplePairs(candidates, (pair) => wordsOf(pair), seed, limits);
  return sampled.map((pair) => {
    const [a, b] = [drawings[pair.first]!, drawings[pair.second]!];
    return { id: `${a.id} ${b.id}`, icons: [a, b], slot: pair.slot, words: wordsOf(pair) };
  });
}

interface PairLimits {
  readonly perWordPair?: number;
  readonly perWord?: number;
  readonly max?: number;
}

/**
 * A sample of pairs within limits: they are taken in an order that the seed shuffles, each unless one of its words, or
 * both together, has its share already.
 *
 * @returns in the order of `pairs`
 */
function samplePairs<T>(
  pairs: readonly T[],
  wordsOf: (pair: T) => readonly [string, string],
  seed: number,
  {
    perWordPair = Number.POSITIVE_INFINITY,
    perWord = Number.POSITIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
  }: PairLimits,
): readonly T[] {
  if (Math.min(perWordPair, perWord, max) >= pairs.length) return pairs;
  const order = createRandom(hashNumbers([seed, pairs.length])).shuffle(
    Uint32Array.from(pairs, (_, at) => at),
  );
  const counts = new Map<string, number>();
  const countOf = (key: string) => counts.get(key) ?? 0;
  const chosen: number[] = [];
  for (const at of order) {
    if (chosen.length >= max) break;
    const [a, b] = wordsOf(pairs[at]!);
    const both = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (countOf(a) >= perWord || countOf(b) >= perWord || countOf(both) >= perWordPair) continue;
    for (const key of [a, b, both]) counts.set(key, countOf(key) + 1);
    chosen.push(at);
  }
  return Uint32Array.from(chosen)
    .sort()
    .reduce<T[]>((kept, at) => {
      kept.push(pairs[at]!);
      return kept;
    }, []);
}
