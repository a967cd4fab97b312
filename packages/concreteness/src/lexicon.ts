import { quoted, shown } from '@slipform/kit/printable';
import { openEstimates } from './estimates';
import { InputError } from './input-error';
import { correct, inflectionKind } from './morphology/correct';
import { rateByParts } from './morphology/rate-by-parts';
import { respacings, respellings } from './morphology/respellings';
import { spellingVariants } from './morphology/spelling-variants';
import { findInflection, findLemmaOf } from './morphy';
import { longestWord, normalizeWord } from './normalize-word';
import type { Norms } from './parse-norms';
import { type RatedCaption, rateCaption } from './rate-caption';

/** Who says so: people (`norms`, passed by the caller) or our model (`estimate`, shipped with the package). */
export type RatingSource = 'norms' | 'estimate';

export interface Rating {
  /** Concreteness from 1 (abstract) to 5 (concrete), on the scale of Brysbaert, Warriner and Kuperman (2014). */
  readonly rating: number;
  readonly source: RatingSource;
  /** What was rated: "dog" for "Dogs", "ice cream" for "ice-creams", "unzippable" for "unzippable". */
  readonly lemma: string;
  /**
   * Only where the rating was worked out from others, since the word is no entry itself: what it was made of, like
   * ["zip", "-able"], ["quarrel", "-ed"] or ["smoke", "detector"].
   */
  readonly parts?: readonly string[];
}

export interface LexiconOptions {
  /** Human ratings, which win over our estimates. Default: none. */
  readonly norms?: Norms | undefined;
}

export interface Lexicon {
  /**
   * Rates a word or a phrase: as it stands, in lower case, in its other spelling (British, American, without
   * hyphens or accents), by its lemma (WordNet's morphy), or else by its parts: "lockless" by "lock", "smoke
   * detector" by both words, each kind with a correction fitted to human ratings; `parts` says so. A word that
   * nobody knows is `undefined`, never a default; so is one of more than 1,000 characters.
   *
   * @example createLexicon().rate('Dogs') // { rating: 4.76, source: 'estimate', lemma: 'dog' }
   */
  rate(word: string): Rating | undefined;

  /**
   * Rates the content words of a text, left to right, the longest known phrase (up to four words) as one; phrases
   * that are no entries are rated word by word.
   * Function words ("the", "with", "she") and unknown words are left out. Offsets are UTF-16 code units, so
   * `text.slice(word.start, word.end) === word.text`. `mean` is the mean rating of `words`, NaN if there are none.
   */
  rateCaption(text: string): RatedCaption;
}

/**
 * Makes a lexicon of concreteness from our estimates and, if given, human norms. Lexicons share one table of
 * estimates, so making another costs no more than its norms.
 *
 * @throws {InputError} if `norms` is not what `parseNorms` returns or has a rating outside [1, 5], or for an option that
 * does not exist
 */
export function createLexicon(options: LexiconOptions = {}): Lexicon {
  checkOptions(options);
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
    const found = (norms && findInflection(form, isRatedByPeople)) ?? findInflection(form, isEntry);
    if (!found) return undefined;
    const rating = lookUp(found.lemma)!;
    const kind = inflectionKind(form, found.part);
    const corrected = kind === undefined ? undefined : correct(kind, [rating.rating]);
    if (corrected === undefined) return rating;
    return { rating: corrected, source: 'estimate', lemma: found.lemma, parts: [found.lemma, kind!] };
  };

  /** "traffic lights" by its last word, "gave up" by its first. */
  const lookUpInflectedPhrase = (phrase: string): Rating | undefined => {
    const last = phrase.lastIndexOf(' ') + 1;
    const first = phrase.indexOf(' ');
    const isKnown = (lemma: string) => lookUp(lemma) !== undefined;
    const plural = findLemmaOf('noun', phrase.slice(last), (noun) => isKnown(phrase.slice(0, last) + noun));
    if (plural !== undefined) return lookUp(phrase.slice(0, last) + plural);
    const verb = findLemmaOf('verb', phrase.slice(0, first), (lemma) => isKnown(lemma + phrase.slice(first)));
    return verb === undefined ? undefined : lookUp(verb + phrase.slice(first));
  };

  const lookUpEntry = (form: string): Rating | undefined =>
    lookUp(form) ?? (form.includes(' ') ? lookUpInflectedPhrase(form) : lookUpInflected(form));

  const composeForm = (form: string): Rating | undefined => {
    const composed = rateByParts(
      form,
      (base, inflected) => (inflected ? lookUpEntry(base) : lookUp(base))?.rating,
    );
    return composed && { rating: composed.rating, source: 'estimate', lemma: form, parts: composed.parts };
  };

  /** "doghouses" as well as "doghouse". */
  const compose = (form: string): Rating | undefined => {
    const composed = composeForm(form);
    if (composed || form.includes(' ')) return composed;
    const lemma = findLemmaOf('noun', form, (noun) => composeForm(noun) !== undefined);
    return lemma === undefined ? undefined : composeForm(lemma);
  };

  const firstRated = (forms: Iterable<string>, rateForm: (form: string) => Rating | undefined) => {
    for (const form of forms) {
      const rating = rateForm(form);
      if (rating) return rating;
    }
    return undefined;
  };

  const lookUpNormsOverseas = (form: string): Rating | undefined => {
    if (!norms) return undefined;
    for (const variant of spellingVariants(form)) if (norms.has(variant)) return lookUp(variant);
    return undefined;
  };

  const rate = (word: string): Rating | undefined => {
    if (typeof word !== 'string') {
      throw new InputError(`rate: word must be a string, got ${shown(word)}; pass a word or a phrase.`);
    }
    if (!norms || isRatedByPeople(word)) {
      const asItStands = lookUp(word);
      if (asItStands) return asItStands;
    }
    const form = normalizeWord(word);
    if (isRatedByPeople(form)) return lookUp(form);
    if (form.length > longestWord) return rateBare(form);
    return (
      lookUpNormsOverseas(form) ??
      lookUpEntry(form) ??
      firstRated(respellings(form), lookUpEntry) ??
      firstRated(respacings(form), form.includes(' ') ? lookUpEntry : lookUp) ??
      compose(form) ??
      firstRated(respellings(form, true), compose) ??
      rateBare(form)
    );
  };

  /** "(dog,", as a text split at its spaces has it; last, since "a.m." and "'tis" are words. */
  const rateBare = (form: string): Rating | undefined => {
    const bare = withoutPunctuationAround(form);
    return bare === form || bare === '' ? undefined : rate(bare);
  };

  /** A phrase in running text: only as an entry or its plural. */
  const ratePhrase = (phrase: string): Rating | undefined => {
    const form = normalizeWord(phrase);
    const rating = lookUp(form);
    if (rating) return rating;
    const last = form.lastIndexOf(' ') + 1;
    const before = form.slice(0, last);
    const plural = findLemmaOf('noun', form.slice(last), (noun) => lookUp(before + noun) !== undefined);
    return plural === undefined ? undefined : lookUp(before + plural);
  };

  return { rate, rateCaption: (text) => rateCaption(text, { rate, ratePhrase }) };
}

const opening = '("“”«[';
const closing = ')"\'“”»].,;:!?…';

/** By hand, since a pattern would try each run of a million dots again from every dot; white space goes with it. */
function withoutPunctuationAround(form: string): string {
  let start = 0;
  let end = form.length;
  while (start < end && (opening.includes(form[start]!) || isSpace(form[start]!))) start++;
  while (end > start && (closing.includes(form[end - 1]!) || isSpace(form[end - 1]!))) end--;
  return form.slice(start, end);
}

function isSpace(character: string): boolean {
  return character.trim() === '';
}

function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new InputError(
      `createLexicon: options must be an object like { norms }, got ${shown(options)}; leave it out for estimates alone.`,
    );
  }
  const unknown = Object.keys(options).find((key) => key !== 'norms');
  if (unknown !== undefined) {
    throw new InputError(
      `createLexicon: there is no option ${quoted(unknown)}; norms is the only one, and what parseNorms returns goes there.`,
    );
  }
}

function checkedNorms(norms: Norms | undefined): ReadonlyMap<string, number> | undefined {
  if (norms === undefined) return undefined;
  if (!isMap(norms?.ratings)) {
    throw new InputError(
      isMap(norms)
        ? 'createLexicon: norms must be what parseNorms returns, got a Map; pass { ratings: map } for ratings of your own.'
        : `createLexicon: norms must be what parseNorms returns, got ${shown(norms)}; pass parseNorms(text), not the text or the file name.`,
    );
  }
  const checked = new Map<string, number>();
  for (const [word, rating] of norms.ratings) {
    if (typeof word !== 'string') {
      throw new InputError(
        `createLexicon: words of norms must be strings, got ${shown(word)}; map a word to its rating.`,
      );
    }
    if (!(typeof rating === 'number' && rating >= 1 && rating <= 5)) {
      throw new InputError(
        `createLexicon: ratings of norms must lie in [1, 5], got ${shown(rating)} for ${quoted(word)}; map your scale first.`,
      );
    }
    checked.set(normalizeWord(word), rating);
  }
  return checked;
}

/** By its tag and not by its class: the Map may come from another realm (a frame, a test's sandbox). */
function isMap(value: unknown): value is ReadonlyMap<unknown, unknown> {
  return (
    Object.prototype.toString.call(value) === '[object Map]' &&
    typeof (value as ReadonlyMap<unknown, unknown>)[Symbol.iterator] === 'function'
  );
}
