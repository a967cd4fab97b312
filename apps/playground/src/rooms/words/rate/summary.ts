import type { RatedWord, Rating } from '@slipform/concreteness';

/** A word with where it stands first in the text. */
export interface DistinctWord {
  readonly word: ShownWord;
  readonly start: number;
  readonly times: number;
}

export interface Summary {
  /** Every word once, those of equal spelling together, in the order of the text. */
  readonly distinct: readonly DistinctWord[];
  /** How many words were rated, left out and unknown. */
  readonly counted: number;
  readonly leftOut: number;
  readonly unknown: number;
  /** Of the rated words; missing where there is none. */
  readonly mean: number | undefined;
  /** Rated words by quarter steps of their rating, from 1 to 5. */
  readonly bins: readonly number[];
}

export const binsOfScale = 16;

export function summaryOf(pieces: readonly RatedPiece[]): Summary {
  const distinct = new Map<string, { word: ShownWord; start: number; times: number }>();
  const bins = new Array<number>(binsOfScale).fill(0);
  let [counted, leftOut, unknown, sum, offset] = [0, 0, 0, 0, 0];
  for (const { text, words } of pieces) {
    for (const word of words) {
      const key = word.text.toLowerCase();
      const known = distinct.get(key);
      if (known === undefined) distinct.set(key, { word, start: offset + word.start, times: 1 });
      else known.times++;
      if (isCounted(word)) {
        counted++;
        sum += word.rating.rating;
        const bin = Math.min(binsOfScale - 1, Math.floor(((word.rating.rating - 1) / 4) * binsOfScale));
        bins[bin]!++;
      } else if (word.isLeftOut) leftOut++;
      else unknown++;
    }
    offset += text.length;
  }
  const mean = counted === 0 ? undefined : sum / counted;
  return { distinct: [...distinct.values()], counted, leftOut, unknown, mean, bins };
}

/** The words at both ends, each once by its lemma, and at most a third of all at each. */
export function extremes(distinct: readonly DistinctWord[], most: number) {
  const byLemma = new Map<string, DistinctWord & { readonly word: CountedWord }>();
  for (const each of distinct) {
    const { word } = each;
    if (isCounted(word) && !byLemma.has(word.rating.lemma)) byLemma.set(word.rating.lemma, { ...each, word });
  }
  const sorted = [...byLemma.values()].sort((a, b) => b.word.rating.rating - a.word.rating.rating);
  const count = Math.min(most, Math.ceil(sorted.length / 3));
  return { concrete: sorted.slice(0, count), abstract: sorted.slice(sorted.length - count).reverse() };
}

/** A word that the cursor is at, and where it stands. */
export interface WordAtCursor {
  readonly word: ShownWord;
  readonly piece: number;
  /** In the whole text. */
  readonly start: number;
}

/** The word under a cursor, else the last one before it, else the first of all. */
export function wordAt(pieces: readonly RatedPiece[], cursor: number): WordAtCursor | undefined {
  let found: WordAtCursor | undefined;
  let offset = 0;
  for (const [piece, { text, words }] of pieces.entries()) {
    for (const word of words) {
      const start = offset + word.start;
      if (found !== undefined && start > cursor) return found;
      found = { word, piece, start };
    }
    offset += text.length;
    if (found !== undefined && offset > cursor) return found;
  }
  return found;
}

/** A word of a text, with what the room shows of it. */
export interface ShownWord {
  readonly text: string;
  /** Where it begins and ends in its piece, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Missing for a word that no step of the look-up finds. */
  readonly rating?: Rating;
  /** A function word (“the”, “with”): it has a rating by itself, and is left out of a text's. */
  readonly isLeftOut: boolean;
  readonly spellings: readonly string[];
}

/** A word that counts. */
type CountedWord = ShownWord & { readonly rating: Rating };

/** A part of a text that no phrase goes beyond, so that it is rated by itself. */
export interface RatedPiece {
  readonly text: string;
  readonly words: readonly ShownWord[];
}

export function isCounted(word: ShownWord): word is CountedWord {
  return word.rating !== undefined && !word.isLeftOut;
}

/** As the package gives them, without the fields of the word's place. */
export function ratingOf({ rating, source, lemma, via, parts }: RatedWord): Rating {
  return { rating, source, lemma, via, ...(parts && { parts }) };
}
