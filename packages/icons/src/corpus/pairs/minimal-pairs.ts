import { defineOptions, integer, optional, type RowsFor } from '@slipform/kit/options/options';
import { checkIcons } from '../check-icons';
import type { Icon, MinimalPair } from '../icon';
import { differingByOneWord } from './differing-by-one-word';
import { createAnswerable } from './is-answerable';
import { mainDrawings } from './main-drawings';
import { samplePairs } from './sample-pairs';

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
