import { rateByParts } from '../morphology/rate-by-parts';
import { respacings, respellings } from '../morphology/respellings';
import { spellingVariants } from '../morphology/spelling-variants';
import { findLemmaOf } from '../morphy';
import { longestWord, normalizeWord } from '../normalize-word';
import type { Rating, RatingStep } from '../rating';
import { findByLemma, findKnownOrLemma } from './find-by-lemma';
import type { FoundRating, KnownRatings } from './known-ratings';

const opening = '("“”«[';

const closing = ')"\'“”»].,;:!?…';

/** "(dog," → "dog". Written as a loop, because a pattern takes the square of the length of "......". */
function withoutPunctuation(form: string): string {
  let start = 0;
  let end = form.length;
  while (start < end && (opening.includes(form[start]!) || isSpace(form[start]!))) start++;
  while (end > start && (closing.includes(form[end - 1]!) || isSpace(form[end - 1]!))) end--;
  return form.slice(start, end);
}

function isSpace(character: string): boolean {
  return character.trim() === '';
}

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

/** Rates a word or phrase by its parts: "lockless", "doghouse" and "doghouses", "smoke detector". */
function findByParts(form: string, known: KnownRatings): FoundRating | undefined {
  const composed = compose(form, known);
  if (composed || form.includes(' ')) return composed;
  const lemma = findLemmaOf('noun', form, (noun) => compose(noun, known) !== undefined);
  return lemma === undefined ? undefined : compose(lemma, known);
}

/** The same for a word in another spelling: "re-colourable". */
function findByPartsRespelled(form: string, known: KnownRatings): FoundRating | undefined {
  return firstFound(respellings(form, true), (spelling) => findByParts(spelling, known));
}

function compose(form: string, known: KnownRatings): FoundRating | undefined {
  const composed = rateByParts(
    form,
    (base, inflected) => (inflected ? findKnownOrLemma(base, known) : known.find(base))?.rating,
  );
  return composed && { rating: composed.rating, source: 'estimate', lemma: form, parts: composed.parts };
}

/** People's rating of the British or American spelling of a word that they rated in the other spelling. */
function findInNormsByVariant(form: string, known: KnownRatings): FoundRating | undefined {
  return known.hasNorms ? firstFound(spellingVariants(form), known.findInNorms) : undefined;
}

/** "colour" or "color", "café", "dog's", "ice-cream". */
function findByRespelling(form: string, known: KnownRatings): FoundRating | undefined {
  return firstFound(respellings(form), (spelling) => findKnownOrLemma(spelling, known));
}

/** "firehydrant", "ball park". A part that is an inflected form counts in a phrase only. */
function findByRespacing(form: string, known: KnownRatings): FoundRating | undefined {
  const isPhrase = form.includes(' ');
  return firstFound(respacings(form), (spelling) =>
    isPhrase ? findKnownOrLemma(spelling, known) : known.find(spelling),
  );
}

/** The rating of the first form that has one. */
function firstFound(
  forms: Iterable<string>,
  find: (form: string) => FoundRating | undefined,
): FoundRating | undefined {
  for (const form of forms) {
    const rating = find(form);
    if (rating) return rating;
  }
  return undefined;
}
