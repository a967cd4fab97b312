import { respacings, respellings } from '../morphology/respellings';
import { spellingVariants } from '../morphology/spelling-variants';
import { findKnownOrLemma } from './find-by-lemma';
import { firstFound } from './first-found';
import type { FoundRating, KnownRatings } from './known-ratings';

/** People's rating of the British or American spelling of a word that they rated in the other spelling. */
export function findInNormsByVariant(form: string, known: KnownRatings): FoundRating | undefined {
  return known.hasNorms ? firstFound(spellingVariants(form), known.findInNorms) : undefined;
}

/** "colour" or "color", "café", "dog's", "ice-cream". */
export function findByRespelling(form: string, known: KnownRatings): FoundRating | undefined {
  return firstFound(respellings(form), (spelling) => findKnownOrLemma(spelling, known));
}

/** "firehydrant", "ball park". A part that is an inflected form counts in a phrase only. */
export function findByRespacing(form: string, known: KnownRatings): FoundRating | undefined {
  const isPhrase = form.includes(' ');
  return firstFound(respacings(form), (spelling) =>
    isPhrase ? findKnownOrLemma(spelling, known) : known.find(spelling),
  );
}
