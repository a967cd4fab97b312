import { openEstimates } from './estimates';
import { InputError } from './input-error';
import { findLemma } from './morphy';
import { normalizeWord } from './normalize-word';
import type { Norms } from './parse-norms';
import { type RatedCaption, rateCaption } from './rate-caption';

/** Who says so: people (`norms`, passed by the caller) or our model (`estimate`, shipped with the package). */
export type RatingSource = 'norms' | 'estimate';

export interface Rating {
  /** Concreteness from 1 (abstract) to 5 (concrete), on the scale of Brysbaert, Warriner and Kuperman (2014). */
  readonly rating: number;
  readonly source: RatingSource;
  /** The entry that was rated: "dog" for "Dogs", "ice cream" for "ice-creams". */
  readonly lemma: string;
}

export interface LexiconOptions {
  /** Human ratings, which win over our estimates. Default: none. */
  readonly norms?: Norms | undefined;
}

export interface Lexicon {
  /**
   * Rates a word or a phrase: as it stands, then in lower case, then by its lemma (WordNet's morphy), then with
   * its hyphens as spaces or left out. A word that nobody knows is `undefined`, never a default.
   *
   * @example createLexicon().rate('Dogs') // { rating: 5, source: 'estimate', lemma: 'dog' }
   */
  rate(word: string): Rating | undefined;

  /**
   * Rates the content words of a text, left to right, the longest known phrase (up to four words) as one.
   * Function words ("the", "with", "she") and unknown words are left out. Offsets are UTF-16 code units, so
   * `text.slice(word.start, word.end) === word.text`. `mean` is the mean rating of `words`, NaN if there are none.
   */
  rateCaption(text: string): RatedCaption;
}

/**
 * Makes a lexicon of concreteness from our estimates (for the lemmas of WordNet 3.1) and, if given, human norms.
 * Lexicons share one table of estimates, so making another costs no more than its norms.
 *
 * @throws {InputError} if `norms` is not what `parseNorms` returns or has a rating outside [1, 5]
 */
export function createLexicon(options: LexiconOptions = {}): Lexicon {
  const estimates = openEstimates();
  const norms = checkedNorms(options.norms);
  const isRatedByPeople = (lemma: string) => norms?.has(lemma) === true;
  const isEntry = (lemma: string) => estimates.get(lemma) !== undefined;

  const lookUp = (lemma: string): Rating | undefined => {
    const human = norms?.get(lemma);
    if (human !== undefined) return { rating: human, source: 'norms', lemma };
    const estimate = estimates.get(lemma);
    if (estimate !== undefined) return { rating: estimate, source: 'estimate', lemma };
    return undefined;
  };
  const lookUpInflected = (form: string): Rating | undefined => {
    const lemma = (norms && findLemma(form, isRatedByPeople)) ?? findLemma(form, isEntry);
    return lemma === undefined ? undefined : lookUp(lemma);
  };
  const rate = (word: string): Rating | undefined => {
    if (typeof word !== 'string') {
      throw new InputError(`rate: word must be a string, got ${word === null ? 'null' : typeof word}.`);
    }
    const asItStands = lookUp(word);
    if (asItStands) return asItStands;
    const form = normalizeWord(word);
    return (
      lookUp(form) ??
      lookUpInflected(form) ??
      rateRespelled(form, (variant) => lookUp(variant) ?? lookUpInflected(variant))
    );
  };

  return { rate, rateCaption: (text) => rateCaption(text, rate) };
}

/** Tries a form without its possessive ending, then with its hyphens as spaces, then without them. */
function rateRespelled(form: string, rate: (form: string) => Rating | undefined): Rating | undefined {
  const owner = form.replace(/(?:'s|(?<=s)')$/, '');
  const rating = owner === form ? undefined : rate(owner);
  if (rating || !owner.includes('-')) return rating;
  return rate(owner.replaceAll('-', ' ')) ?? rate(owner.replaceAll('-', ''));
}

function checkedNorms(norms: Norms | undefined): ReadonlyMap<string, number> | undefined {
  if (norms === undefined) return undefined;
  // By its tag, not by instanceof: the Map may come from another realm (a frame, a test's sandbox).
  if (Object.prototype.toString.call(norms?.ratings) !== '[object Map]') {
    throw new InputError(
      'createLexicon: norms must be what parseNorms returns; pass parseNorms(text), not the text or the file name.',
    );
  }
  const checked = new Map<string, number>();
  for (const [word, rating] of norms.ratings) {
    if (!(rating >= 1 && rating <= 5)) {
      throw new InputError(
        `createLexicon: ratings of norms must lie in [1, 5], got ${rating} for "${word}"; map your scale first.`,
      );
    }
    checked.set(normalizeWord(word), rating);
  }
  return checked;
}
