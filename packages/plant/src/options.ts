import { InputError, type Lexicon } from '@slipform/concreteness';
import { shown } from '@slipform/kit/printable';
import { checked } from './checked';
import { loadCommonCaptions } from './fit/common-captions';
import { FitTable } from './fit/fit-table';
import type { Operation, Slot } from './hard-negative';
import type { Rewriter } from './hooks/rewriter';

export type Policy = 'max' | 'min' | 'random' | 'weighted';
export type Balance = 'slots' | 'none';

export const policies: readonly Policy[] = ['max', 'min', 'random', 'weighted'];
export const balances: readonly Balance[] = ['slots', 'none'];
export const operations: readonly Operation[] = ['replace', 'swap', 'exchange'];
export const slots: readonly Slot[] = ['object', 'attribute', 'action', 'relation', 'count'];

export interface PlantOptions {
  /** Rates the words. Default: `createLexicon()`, our estimates. */
  readonly lexicon?: Lexicon | undefined;
  /**
   * Which word of a slot is changed: the most concrete (`max`, as in the paper), the least (`min`, a control), any
   * (`random`), or one drawn by a softmax of concreteness with temperature 0.5 (`weighted`). Default: `max`.
   */
  readonly policy?: Policy | undefined;
  /** `slots`: each slot gets its share of the negatives. `none`: all slots compete by the policy. Default: `slots`. */
  readonly balance?: Balance | undefined;
  /** The kinds of change. Default: all. */
  readonly operations?: readonly Operation[] | undefined;
  /** The kinds of words that may change. Default: all. */
  readonly slots?: readonly Slot[] | undefined;
  /** How many different negatives of a caption at most, 1–100. Default: 1. */
  readonly perCaption?: number | undefined;
  /** Seed of all draws, an integer in [0, 2³² − 1]. Default: 0. */
  readonly seed?: number | undefined;
  /** Largest difference in concreteness |c(replacement) − c(keyword)|, in (0, 4]. Default: 1.5. */
  readonly maxGap?: number | undefined;
  /** Insert only these words (an inflected form must be listed too), for a model whose tokenizer knows no others. Default: any. */
  readonly vocabulary?: Iterable<string> | undefined;
  /**
   * Statistics of a corpus, from `fitCaptions`: which words stand beside which. They count together with our table of
   * everyday captions. `null`: only the block counts. Default: our table; with a `vocabulary`, only the block.
   */
  readonly fit?: FitTable | null | undefined;
  /**
   * Rewrites each negative, for example a language model. Only `mineAll` calls it, because it is asynchronous. An answer
   * must pass the same checks as our own changes; one that fails is counted, and our negative stays. Default: none.
   */
  readonly rewriter?: Rewriter | undefined;
}

export interface ResolvedOptions {
  readonly policy: Policy;
  readonly balance: Balance;
  readonly operations: readonly Operation[];
  readonly slots: readonly Slot[];
  readonly perCaption: number;
  readonly seed: number;
  readonly maxGap: number;
  readonly vocabulary: ReadonlySet<string> | undefined;
  readonly fit: FitTable | undefined;
  readonly rewriter: Rewriter | undefined;
}

/** The names of all options; the type checks that none is missing. */
const known: Readonly<Record<keyof PlantOptions, true>> = {
  lexicon: true,
  policy: true,
  balance: true,
  operations: true,
  slots: true,
  perCaption: true,
  seed: true,
  maxGap: true,
  vocabulary: true,
  fit: true,
  rewriter: true,
};

/** Fills in the defaults. @throws {InputError} that names the option, the rule, what came and the remedy */
export function resolveOptions(options: PlantOptions): ResolvedOptions {
  return checked('createPlant: the options', () => resolve(options));
}

function resolve(options: PlantOptions): ResolvedOptions {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new InputError(`createPlant: the options must be an object, got ${shown(options)}.`);
  }
  const unknown = Object.keys(options).find((key) => !Object.hasOwn(known, key));
  if (unknown !== undefined) {
    throw new InputError(
      `createPlant: there is no option ${shown(unknown)}; there are ${Object.keys(known).join(', ')}.`,
    );
  }
  const { policy = 'max', balance = 'slots', perCaption = 1, seed = 0, maxGap = 1.5, vocabulary } = options;
  if (!Number.isInteger(perCaption) || perCaption < 1 || perCaption > 100) {
    throw new InputError(
      `createPlant: perCaption must be an integer from 1 to 100, got ${shown(perCaption)}.`,
    );
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffffffff) {
    throw new InputError(`createPlant: seed must be an integer from 0 to 4294967295, got ${shown(seed)}.`);
  }
  if (typeof maxGap !== 'number' || !(maxGap > 0 && maxGap <= 4)) {
    throw new InputError(
      `createPlant: maxGap must lie in (0, 4], the width of the scale, got ${shown(maxGap)}.`,
    );
  }
  if (options.fit !== undefined && options.fit !== null && !FitTable.isInstance(options.fit)) {
    throw new InputError(
      `createPlant: fit must be a table from fitCaptions or FitTable.parse, got ${shown(options.fit)}.`,
    );
  }
  if (options.lexicon !== undefined && typeof options.lexicon?.rate !== 'function') {
    throw new InputError(
      `createPlant: lexicon must be one of createLexicon() from @slipform/concreteness, got ${shown(options.lexicon)}.`,
    );
  }
  if (options.rewriter !== undefined && typeof options.rewriter !== 'function') {
    throw new InputError(`createPlant: rewriter must be a function, got ${shown(options.rewriter)}.`);
  }
  return {
    policy: oneOf('policy', policy, policies),
    balance: oneOf('balance', balance, balances),
    operations: someOf('operations', options.operations, operations),
    slots: someOf('slots', options.slots, slots),
    perCaption,
    seed,
    maxGap,
    vocabulary: vocabulary === undefined ? undefined : wordSet(vocabulary),
    fit: fitOf(options.fit, vocabulary !== undefined),
    rewriter: options.rewriter,
  };
}

/** @param isClosed whether there is a vocabulary: then the captions may not be everyday ones */
function fitOf(own: FitTable | null | undefined, isClosed: boolean): FitTable | undefined {
  if (own === null) return undefined;
  if (isClosed) return own;
  return own === undefined ? loadCommonCaptions() : loadCommonCaptions().with(own);
}

function oneOf<T extends string>(name: string, value: T, allowed: readonly T[]): T {
  if (!allowed.includes(value)) {
    throw new InputError(`createPlant: ${name} must be one of ${allowed.join(', ')}, got ${shown(value)}.`);
  }
  return value;
}

function someOf<T extends string>(
  name: string,
  values: readonly T[] | undefined,
  allowed: readonly T[],
): readonly T[] {
  if (values === undefined) return allowed;
  if (!Array.isArray(values) || values.length === 0) {
    throw new InputError(
      `createPlant: ${name} must list at least one of ${allowed.join(', ')}, got ${shown(values)}.`,
    );
  }
  for (const value of values) oneOf(name, value, allowed);
  return allowed.filter((value) => values.includes(value));
}

function wordSet(words: Iterable<string>): ReadonlySet<string> {
  if (typeof words === 'string' || typeof words?.[Symbol.iterator] !== 'function') {
    throw new InputError(`createPlant: vocabulary must be a list or set of words, got ${shown(words)}.`);
  }
  const set = new Set<string>();
  for (const word of words) {
    if (typeof word !== 'string')
      throw new InputError(`createPlant: vocabulary must hold strings, got ${shown(word)}.`);
    const lower = word.trim().toLowerCase();
    if (lower !== '') set.add(lower);
  }
  if (set.size === 0) throw new InputError('createPlant: vocabulary must hold at least one word, got none.');
  return set;
}
