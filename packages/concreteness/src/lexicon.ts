import { defineOptions, optional, type RowsFor, rule } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { checkNorms } from './check-norms';
import { openEstimates } from './estimates';
import { refuse } from './input-error';
import { findPluralPhrase } from './lookup/find-by-lemma';
import { createKnownRatings } from './lookup/known-ratings';
import { lookUp, ratingOf } from './lookup/lookup-steps';
import { normalizeWord } from './normalize-word';
import type { Norms } from './parse-norms';
import { type RatedCaption, rateCaption } from './rate-caption';
import type { Rating } from './rating';

export interface LexiconOptions {
  /** Human ratings, which win over our estimates: what `parseNorms` returns. Default: only our estimates. */
  readonly norms?: Norms | undefined;
}

export interface Lexicon {
  /**
   * Rates a word or a phrase by the first step that finds it: human norms, the entry as it stands, its lemma
   * (WordNet's morphy), another spelling (British, American, without hyphens or accents), its parts ("lockless" by
   * "lock", "smoke detector" by both words, each kind with a correction fitted to human ratings), or without the
   * punctuation around it. `via` names the step. An unknown word is `undefined`, never a default; so is a word of
   * more than 1,000 characters.
   *
   * @throws {InputError} if `word` is not a string
   * @example createLexicon().rate('Dogs') // { rating: 4.76, source: 'estimate', lemma: 'dog', via: 'lemma' }
   */
  rate(word: string): Rating | undefined;

  /**
   * Rates the content words of a text, left to right; the longest phrase of the table (two to four words) counts as one
   * word. Function words ("the", "with", "she") and unknown words are left out. Offsets are UTF-16 code units, so
   * `text.slice(word.start, word.end) === word.text`. `mean` is the mean rating of `words`, NaN if there are none.
   *
   * @throws {InputError} if `text` is not a string
   * @example createLexicon().rateCaption('a traffic light').words[0].lemma // 'traffic light'
   */
  rateCaption(text: string): RatedCaption;
}

const OPTIONS = defineOptions('createLexicon', {
  norms: optional(rule<Norms>('what parseNorms returns', () => true)),
} satisfies RowsFor<LexiconOptions>);

/**
 * Makes a lexicon of concreteness from our estimates and, if given, human norms. All lexicons share one table of
 * estimates, so a second one costs only its norms.
 *
 * @throws {InputError} if `norms` is not what `parseNorms` returns or has a rating outside [1, 5], or for an unknown
 * option
 * @example createLexicon({ norms: parseNorms(text) }).rate('dog') // { …, source: 'norms', via: 'norms' }
 */
export function createLexicon(options: LexiconOptions = {}): Lexicon {
  const given = OPTIONS.read(options).norms;
  const norms = given === undefined ? undefined : checkNorms('createLexicon', given);
  const known = createKnownRatings(norms, openEstimates());

  const rate = (word: string): Rating | undefined => {
    if (typeof word !== 'string') {
      refuse('rate', 'word', 'must be a string', shown(word), 'pass a word or a phrase');
    }
    // Most words are known as they stand; this saves their normal form.
    const asItStands =
      !known.hasNorms || known.isRatedByPeople(word) ? known.rateAsItStands(word) : undefined;
    return asItStands ?? lookUp(normalizeWord(word), known);
  };

  /** A phrase in running text counts only as an entry or the plural of one. */
  const ratePhrase = (phrase: string): Rating | undefined => {
    const form = normalizeWord(phrase);
    const asItStands = known.rateAsItStands(form);
    if (asItStands) return asItStands;
    const plural = findPluralPhrase(form, known);
    return plural && ratingOf(plural, 'lemma');
  };

  return { rate, rateCaption: (text) => rateCaption(text, { rate, ratePhrase }) };
}
