import { defineOptions, integer, optional, type RowsFor } from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { checkNorms } from './check-norms';
import { refuse } from './input-error';
import type { Lexicon } from './lexicon';
import { pearson, rootMeanSquare } from './metrics';
import type { Norms } from './parse-norms';
import type { Rating, RatingStep } from './rating';

/** How well estimates agree with human ratings on one group of words. */
export interface Agreement {
  readonly group: string;
  readonly words: number;
  /** Share of the words that have an estimate. */
  readonly coverage: number;
  /** Pearson's r, Spearman's rho (null for fewer than three words) and errors over the words with an estimate. */
  readonly r: number | null;
  readonly rho: number | null;
  readonly rootMeanSquareError: number | null;
  readonly meanAbsoluteError: number | null;
}

/** A word whose estimate differs from what people say. */
export interface WordError {
  readonly word: string;
  readonly human: number;
  readonly estimate: number;
  readonly lemma: string;
  readonly via: RatingStep;
  readonly parts?: readonly string[];
}

export interface Comparison {
  readonly groups: readonly Agreement[];
  /** The words with the largest errors, largest first. */
  readonly worst: readonly WordError[];
  /** Some words without an estimate, in the order of the norms. */
  readonly unknown: readonly string[];
}

/** The group of the words that a step of the look-up found. */
const groupOfStep: Readonly<Record<RatingStep, string>> = {
  norms: 'found in the norms',
  entry: 'found as an entry',
  lemma: 'found by lemma',
  spelling: 'found by spelling',
  parts: 'found by parts',
  punctuation: 'found without punctuation',
};

const partOrder = ['noun', 'verb', 'adjective', 'adverb', 'preposition'];

export interface CompareNormsOptions {
  /** How many of the largest errors, and of the words without an estimate, are returned. Default: 10. */
  readonly worst?: number | undefined;
}

/**
 * Compares estimates with human norms: all words, words by part of speech (if the norms have it), phrases, and words
 * by the step of the look-up that found them (`via` of their rating).
 *
 * @param lexicon one without norms, since norms agree with themselves
 * @throws {InputError} if `norms` is not what `parseNorms` returns, for a `lexicon` that does not rate, and for a wrong option
 * @example compareNorms(parseNorms(text), createLexicon()).groups[0].r // Pearson's r over all words: 0.916 for Brysbaert et al.
 */
export function compareNorms(norms: Norms, lexicon: Lexicon, options: CompareNormsOptions = {}): Comparison {
  const ratings = checkNorms('compareNorms', norms);
  const worst = checkedWorst(lexicon, options);
  const groups = new Map<string, { words: number; human: number[]; ours: number[] }>();
  const errors: WordError[] = [];
  const unknown: string[] = [];
  for (const [word, human] of ratings) {
    const rating = lexicon.rate(word);
    for (const name of groupsOf(word, norms, rating)) {
      const group = groups.get(name) ?? { words: 0, human: [], ours: [] };
      groups.set(name, group);
      group.words += 1;
      if (!rating) continue;
      group.human.push(human);
      group.ours.push(rating.rating);
    }
    if (!rating) unknown.push(word);
    else {
      const { rating: estimate, lemma, via, parts } = rating;
      errors.push({ word, human, estimate, lemma, via, ...(parts && { parts }) });
    }
  }
  errors.sort((a, b) => Math.abs(b.human - b.estimate) - Math.abs(a.human - a.estimate));
  return {
    groups: [...groups].map(([name, group]) => agreement(name, group)).sort(byPlace),
    worst: errors.slice(0, worst),
    unknown: unknown.slice(0, worst),
  };
}

const OPTIONS = defineOptions('compareNorms', {
  worst: optional(integer({ min: 0 }), 10),
} satisfies RowsFor<CompareNormsOptions>);

function checkedWorst(lexicon: Lexicon, options: CompareNormsOptions): number {
  if (typeof lexicon?.rate !== 'function') {
    refuse(
      'compareNorms',
      'lexicon',
      'must be what createLexicon returns',
      shown(lexicon),
      'pass createLexicon()',
    );
  }
  return OPTIONS.read(options).worst;
}

function groupsOf(word: string, { partsOfSpeech }: Norms, rating: Rating | undefined): string[] {
  const part = partsOfSpeech?.get(word);
  const kind = word.includes(' ') ? ['phrase'] : part === undefined ? [] : [part];
  return ['all', ...kind, ...(rating ? [groupOfStep[rating.via]] : [])];
}

function agreement(
  group: string,
  { words, human, ours }: { words: number; human: readonly number[]; ours: readonly number[] },
): Agreement {
  const isEnough = human.length > 2;
  const absolute = human.reduce((sum, value, index) => sum + Math.abs(value - ours[index]!), 0);
  return {
    group,
    words,
    coverage: human.length / words,
    r: isEnough ? pearson(ours, human) : null,
    rho: isEnough ? spearman(ours, human) : null,
    rootMeanSquareError: human.length > 0 ? rootMeanSquare(ours, human) : null,
    meanAbsoluteError: human.length > 0 ? absolute / human.length : null,
  };
}

function byPlace(a: Agreement, b: Agreement): number {
  return placeOf(a.group) - placeOf(b.group) || b.words - a.words;
}

function placeOf(group: string): number {
  if (group === 'all') return 0;
  if (group === 'phrase') return 20;
  if (group.startsWith('found')) return 30;
  const place = partOrder.indexOf(group);
  return place === -1 ? 10 : 1 + place;
}

/** Spearman's rank correlation: Pearson's of the ranks, tied values sharing the mean of theirs. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  return pearson(ranks(a), ranks(b));
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, index) => index).sort((x, y) => values[x]! - values[y]!);
  const result = new Array<number>(values.length);
  for (let first = 0; first < order.length; ) {
    let next = first + 1;
    while (next < order.length && values[order[next]!] === values[order[first]!]) next += 1;
    for (let place = first; place < next; place += 1) result[order[place]!] = (first + next - 1) / 2;
    first = next;
  }
  return result;
}
