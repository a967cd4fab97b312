import { correct, inflectionKind } from '../morphology/correct';
import { findInflection, findLemmaOf } from '../morphy';
import type { FoundRating, KnownRatings } from './known-ratings';

/** Rates an inflected word ("mice", "jumped") or phrase ("traffic lights", "gave up") by its lemma. */
export function findByLemma(form: string, known: KnownRatings): FoundRating | undefined {
  return form.includes(' ') ? findPhrase(form, known) : findWord(form, known);
}

/** Rates a known word, or else a form of one. */
export function findKnownOrLemma(form: string, known: KnownRatings): FoundRating | undefined {
  return known.find(form) ?? findByLemma(form, known);
}

/** Rates a phrase whose last word is a plural: "traffic lights". */
export function findPluralPhrase(phrase: string, known: KnownRatings): FoundRating | undefined {
  const last = phrase.lastIndexOf(' ') + 1;
  const before = phrase.slice(0, last);
  const noun = findLemmaOf('noun', phrase.slice(last), (lemma) => known.find(before + lemma) !== undefined);
  return noun === undefined ? undefined : known.find(before + noun);
}

/** A lemma that people rated comes first. Forms in -ed, -ing, -er and -est have a correction of their own. */
function findWord(form: string, known: KnownRatings): FoundRating | undefined {
  const inflection =
    (known.hasNorms ? findInflection(form, known.isRatedByPeople) : undefined) ??
    findInflection(form, known.isEntry);
  if (!inflection) return undefined;
  const { lemma, part } = inflection;
  const ofLemma = known.find(lemma)!;
  const kind = inflectionKind(form, part);
  const rating = kind === undefined ? undefined : correct(kind, [ofLemma.rating]);
  if (rating === undefined) return ofLemma;
  return { rating, source: 'estimate', lemma, parts: [lemma, kind!] };
}

/** "traffic lights" by its last word, "gave up" by its first. */
function findPhrase(phrase: string, known: KnownRatings): FoundRating | undefined {
  const plural = findPluralPhrase(phrase, known);
  if (plural) return plural;
  const first = phrase.indexOf(' ');
  const rest = phrase.slice(first);
  const verb = findLemmaOf('verb', phrase.slice(0, first), (lemma) => known.find(lemma + rest) !== undefined);
  return verb === undefined ? undefined : known.find(verb + rest);
}
