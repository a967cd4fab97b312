import { hashNumbers, streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { HardCaption } from '../icons/icon-example';
import { type Linked, pairKey } from './word-links';
import { placeOf, type WordTable } from './word-table';

/** How far the new word may lie from the old one in concreteness. */
const RATING_APART = 0.5;
/** And by which factor in frequency. */
const TIMES_AS_FREQUENT = 2.8;
/** Edited captions of each word at most. */
const MOST = 8;

export interface EditCaptionOptions {
  readonly table: WordTable;
  readonly linked: Linked;
  /** Pairs of words (`pairKey`) that may not change places, since questions ask about them. */
  readonly heldOut: ReadonlySet<string>;
  readonly seed?: number;
}

/** Captions with the word in a slot exchanged; which, the seed decides. */
export type EditCaption = (
  words: readonly string[],
  slot: number,
  known?: ReadonlySet<string>,
) => HardCaption[];

/**
 * A maker of edited captions: another word of names, that stands in the same place of some name, is as concrete (within .5)
 * and as frequent (within a factor 2.8), and that nothing links to any word of the caption. Concreteness is that of the word
 * that was taken out.
 *
 * @param known captions that the drawing has already, which would not be wrong
 */
export function captionEditor({ table, linked, heldOut, seed = 0 }: EditCaptionOptions): EditCaption {
  const candidates = new Map<string, string[]>();
  const alike = (word: string, place: ReturnType<typeof placeOf>): string[] => {
    const key = `${word}\t${place}`;
    const found = candidates.get(key) ?? table.rated.filter((other) => matches(word, other, place, table));
    candidates.set(key, found);
    return found;
  };
  return (words, slot, known = new Set()) => {
    const word = words[slot]!;
    const rating = table.ratingOf(word);
    if (rating === undefined) return [];
    const random = createRandom(hashNumbers([streamSeed(seed, words.join(' ')), slot]));
    const free = alike(word, placeOf(slot, words.length)).filter(
      (other) =>
        !words.includes(other) &&
        !heldOut.has(pairKey(word, other)) &&
        !words.some((each) => linked(each, other)),
    );
    return random
      .some(free, MOST)
      .map((other) => words.with(slot, other).join(' '))
      .filter((text) => !known.has(text))
      .map((text) => ({ text, concreteness: rating }));
  };
}

function matches(word: string, other: string, place: ReturnType<typeof placeOf>, table: WordTable): boolean {
  return (
    word !== other &&
    Math.abs(table.ratingOf(word)! - table.ratingOf(other)!) <= RATING_APART &&
    Math.abs(table.frequencyOf(word) - table.frequencyOf(other)) <= Math.log2(TIMES_AS_FREQUENT) &&
    table.standsAt(other, place)
  );
}
