import type { RatedWord, Rating } from '@slipform/concreteness';

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
  /** The standard deviation among the people who rated it. */
  readonly deviation?: number;
  /** What the estimate is, where people's rating stands in `rating`. */
  readonly estimate?: number;
  readonly spellings: readonly string[];
}

/** A word that counts. */
export type CountedWord = ShownWord & { readonly rating: Rating };

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
