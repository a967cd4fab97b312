import { rateByParts } from '../morphology/rate-by-parts';
import { respellings } from '../morphology/respellings';
import { findLemmaOf } from '../morphy';
import { findKnownOrLemma } from './find-by-lemma';
import { firstFound } from './first-found';
import type { FoundRating, KnownRatings } from './known-ratings';

/** Rates a word or phrase by its parts: "lockless", "doghouse" and "doghouses", "smoke detector". */
export function findByParts(form: string, known: KnownRatings): FoundRating | undefined {
  const composed = compose(form, known);
  if (composed || form.includes(' ')) return composed;
  const lemma = findLemmaOf('noun', form, (noun) => compose(noun, known) !== undefined);
  return lemma === undefined ? undefined : compose(lemma, known);
}

/** The same for a word in another spelling: "re-colourable". */
export function findByPartsRespelled(form: string, known: KnownRatings): FoundRating | undefined {
  return firstFound(respellings(form, true), (spelling) => findByParts(spelling, known));
}

function compose(form: string, known: KnownRatings): FoundRating | undefined {
  const composed = rateByParts(
    form,
    (base, inflected) => (inflected ? findKnownOrLemma(base, known) : known.find(base))?.rating,
  );
  return composed && { rating: composed.rating, source: 'estimate', lemma: form, parts: composed.parts };
}
