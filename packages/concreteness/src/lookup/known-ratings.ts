import type { BlockTable } from '../block-table';
import type { Rating } from '../rating';

/** A rating before the look-up adds the step that found it. */
export type FoundRating = Omit<Rating, 'via'>;

/** The words whose rating needs no rule: those of human norms and the entries of our table. */
export interface KnownRatings {
  readonly hasNorms: boolean;
  isRatedByPeople(word: string): boolean;
  isEntry(word: string): boolean;
  /** People's rating, else our estimate, of a word in normal form. */
  find(word: string): FoundRating | undefined;
  findInNorms(word: string): FoundRating | undefined;
  /** The same with the name of the step, in one object, because most words are rated so. */
  rateAsItStands(word: string): Rating | undefined;
}

/** @param norms human ratings by normal form, 1 to 5 */
export function createKnownRatings(
  norms: ReadonlyMap<string, number> | undefined,
  estimates: BlockTable,
): KnownRatings {
  const findInNorms = (word: string): FoundRating | undefined => {
    const rating = norms?.get(word);
    return rating === undefined ? undefined : { rating, source: 'norms', lemma: word };
  };
  const rateAsItStands = (word: string): Rating | undefined => {
    const byPeople = norms?.get(word);
    if (byPeople !== undefined) return { rating: byPeople, source: 'norms', lemma: word, via: 'norms' };
    const rating = estimates.get(word);
    return rating === undefined ? undefined : { rating, source: 'estimate', lemma: word, via: 'entry' };
  };
  return {
    rateAsItStands,
    hasNorms: norms !== undefined,
    isRatedByPeople: (word) => norms?.has(word) === true,
    isEntry: (word) => estimates.get(word) !== undefined,
    findInNorms,
    find(word) {
      const byPeople = findInNorms(word);
      if (byPeople) return byPeople;
      const rating = estimates.get(word);
      return rating === undefined ? undefined : { rating, source: 'estimate', lemma: word };
    },
  };
}
