import { longestWord, normalizeWord } from '../normalize-word';
import type { Rating, RatingStep } from '../rating';
import { findByLemma } from './find-by-lemma';
import { findByParts, findByPartsRespelled } from './find-by-parts';
import { findByRespacing, findByRespelling, findInNormsByVariant } from './find-by-spelling';
import type { FoundRating, KnownRatings } from './known-ratings';
import { withoutPunctuation } from './without-punctuation';

interface LookupStep {
  /** The name of the step, which each rating carries. */
  readonly via: RatingStep;
  readonly find: (form: string, known: KnownRatings) => FoundRating | undefined;
}

/**
 * The steps of the look-up, in order: the first that finds a rating ends it. A rating by people for the word itself
 * comes before everything, an estimate for the word itself before a rating by people for its lemma only.
 */
const steps: readonly LookupStep[] = [
  { via: 'norms', find: (form, known) => known.findInNorms(form) },
  { via: 'norms', find: findInNormsByVariant },
  { via: 'entry', find: (form, known) => known.find(form) },
  { via: 'lemma', find: findByLemma },
  { via: 'spelling', find: findByRespelling },
  { via: 'spelling', find: findByRespacing },
  { via: 'parts', find: findByParts },
  { via: 'parts', find: findByPartsRespelled },
  // Last, because "a.m." and "'tis" are words.
  { via: 'punctuation', find: findWithoutPunctuation },
];

/** Rates a word or phrase in normal form by the first step that finds it. */
export function lookUp(form: string, known: KnownRatings): Rating | undefined {
  const isLong = form.length > longestWord;
  for (const { via, find } of steps) {
    // No word is longer than `longestWord`, but a word with much punctuation around it may be.
    if (isLong && via !== 'norms' && via !== 'punctuation') continue;
    const found = find(form, known);
    if (found) return ratingOf(found, via);
  }
  return undefined;
}

/** Adds the name of the step. */
export function ratingOf({ rating, source, lemma, parts }: FoundRating, via: RatingStep): Rating {
  return parts ? { rating, source, lemma, via, parts } : { rating, source, lemma, via };
}

function findWithoutPunctuation(form: string, known: KnownRatings): FoundRating | undefined {
  const bare = withoutPunctuation(form);
  return bare === form || bare === '' ? undefined : lookUp(normalizeWord(bare), known);
}
