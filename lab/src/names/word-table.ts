import { createLexicon } from '@slipform/concreteness';
import type { Icon } from '@slipform/icons';

/** Where a word stands in a caption; a caption of one word is `only`. */
type Place = 'only' | 'first' | 'middle' | 'last';

/** What is known of the words of names. */
export interface WordTable {
  /** Concreteness from 1 to 5; nothing for a word without a rating, a number or a single letter. */
  ratingOf(word: string): number | undefined;
  /** log₂ of the number of (name, family of artists) pairs that hold the word; 0 for one or none. */
  frequencyOf(word: string): number;
  /** Whether some name has the word in that place. */
  standsAt(word: string, place: Place): boolean;
  /** All words that have a rating, in alphabetical order. */
  readonly rated: readonly string[];
}

export function placeOf(slot: number, count: number): Place {
  if (count === 1) return 'only';
  if (slot === 0) return 'first';
  return slot === count - 1 ? 'last' : 'middle';
}

/** Counts the words of names; styles of one drawing and equal names of one family count once. */
export function wordTable(icons: readonly Pick<Icon, 'words' | 'caption' | 'family'>[]): WordTable {
  const names = new Map(icons.map((icon) => [`${icon.family}\t${icon.caption}`, icon.words]));
  const counts = new Map<string, number>();
  const places = new Set<string>();
  for (const words of names.values()) {
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [slot, word] of words.entries()) places.add(`${word}\t${placeOf(slot, words.length)}`);
  }
  const ratingOf = ratings();
  return {
    ratingOf,
    frequencyOf: (word) => Math.log2(Math.max(1, counts.get(word) ?? 0)),
    standsAt: (word, place) => places.has(`${word}\t${place}`),
    rated: [...counts.keys()].filter((word) => ratingOf(word) !== undefined).sort(),
  };
}

/** Ratings of our own lexicon, each word looked up once. */
function ratings(): (word: string) => number | undefined {
  const lexicon = createLexicon();
  const known = new Map<string, number | undefined>();
  return (word) => {
    if (!known.has(word)) known.set(word, /^\p{L}{2,}$/u.test(word) ? lexicon.rate(word)?.rating : undefined);
    return known.get(word);
  };
}
