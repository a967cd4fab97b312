import type { Lexicon } from '@slipform/concreteness';
import { InputError } from '@slipform/kit/errors/input-error';
import {
  callback,
  choice,
  defineOptions,
  described,
  flag,
  integer,
  listOf,
  misfit,
  number,
  type OptionsRead,
  optional,
  type RowsFor,
  type Rule,
  rule,
  text,
} from '@slipform/kit/options/options';
import { loadCommonCaptions } from './corpus/common-captions';
import { CorpusStats } from './corpus/corpus-stats';
import { type Operation, operations, type Slot, slots, usualOperations } from './hard-negative';
import type { Rewriter, Scorer } from './hooks/hooks';
import { type SenseLevel, senseLevels, tiersOf } from './scores/objective';

export type Policy = 'max' | 'min' | 'random' | 'weighted';
export type Balance = 'none' | 'slots' | 'concreteness' | 'composition';

export const policies: readonly Policy[] = ['max', 'min', 'random', 'weighted'];
export const balances: readonly Balance[] = ['none', 'slots', 'concreteness', 'composition'];

export interface PlantOptions {
  /**
   * How the edited word is chosen. `max`: by the most plausible change, where each point of concreteness below the most
   * concrete word costs 0.3 nats, the first 0.3 points nothing. `min`, a control: the same towards the least concrete word.
   * `random` ignores concreteness, `weighted` samples by it. Default: `max`.
   */
  readonly policy?: Policy | undefined;
  /**
   * The temperature T of `weighted`: a word of concreteness c is drawn with a probability ∝ e^(c/T). Above 0; near 0 the
   * most concrete word with a plausible change is taken, large it is `random`. Default: 0.5.
   */
  readonly temperature?: number | undefined;
  /**
   * `none`: the policy alone decides. `slots`: each slot gets its share of the negatives. `concreteness`: the bands
   * [1, 3), [3, 4), [4, 4.5) and [4.5, 5] get equal shares. `composition`, for word order and attribute binding:
   * persons, things, attributes, actions, relations, counts and swaps get shares, as far as plausible (relations seldom); the
   * policy decides among the words of one kind. Default: `none`.
   */
  readonly balance?: Balance | undefined;
  /**
   * How far a caption goes for a negative. Edits lie in tiers by their surprisal, −ln P, where P is the probability that a reader
   * finds nothing clearly wrong; a caption takes one of its first tier, in which the policy decides. `strict`: what questions of a
   * benchmark need. `usual`: what training needs. `all`: a negative for every caption that allows one. A number: the largest
   * surprisal of a changed thing, in nats, above 0; other slots have bounds of their own, fitted to verdicts. What a caption gets at
   * a stricter of the three levels stays at a wider one. With a `vocabulary` it has no effect. Default: `usual`.
   */
  readonly sense?: SenseLevel | number | undefined;
  /** How many different negatives of a caption at most, 1–100. Default: 1. */
  readonly perCaption?: number | undefined;
  /** The kinds of change. Default: all but `add` and `negate`, which need other captions of the image. */
  readonly operations?: readonly Operation[] | undefined;
  /** The kinds of words that may change. Default: all. */
  readonly slots?: readonly Slot[] | undefined;
  /** Seed of all draws, an integer in [0, 2³² − 1]. Default: 0. */
  readonly seed?: number | undefined;
  /** Largest difference in concreteness |c(replacement) − c(keyword)|, in (0, 4]. Default: 1.5. */
  readonly maxGap?: number | undefined;
  /** How many tokens of a text the model reads, as estimated for CLIP's tokenizer; no word behind them is changed. 0: no limit. Default: 77. */
  readonly contextLength?: number | undefined;
  /**
   * Statistics of a corpus, from `fitCaptions`: which words stand beside which. They count together with the background
   * corpus that ships. `null`: only the block counts. Default: the background corpus; with a `vocabulary`, only the block.
   */
  readonly fit?: CorpusStats | null | undefined;
  /** Insert only these words (an inflected form must be listed too), for a model whose tokenizer knows no others. Default: any. */
  readonly vocabulary?: Iterable<string> | undefined;
  /** Whether left may become right, which a flip of the image makes true. Default: true. */
  readonly mirror?: boolean | undefined;
  /** Lines of a table of contrasts of your own, in the form of lexicon/contrasts.tsv: their rows are added, or take the place of those of the same words. Default: none. */
  readonly contrasts?: string | undefined;
  /** Rates the words. Default: `createLexicon()`, our estimates. */
  readonly lexicon?: Lexicon | undefined;
  /**
   * Rewrites each negative, for example a language model. Only `mineAll` calls it, because it is asynchronous. An answer
   * must pass the same checks as our own changes; one that fails is counted, and our negative stays. Default: none.
   */
  readonly rewriter?: Rewriter | undefined;
  /**
   * Judges the best changes of each caption, for example a language model: a log-plausibility for each, higher is better.
   * Only `mineAll` calls it, because it is asynchronous. Default: none.
   */
  readonly scorer?: Scorer | undefined;
  /** How many captions `rewriter` and `scorer` are asked about at a time, 1–256. The negatives are the same. Default: 8. */
  readonly concurrency?: number | undefined;
}

const aboveNothing = number({ above: 0 });

/** A level of sense or a number; a command's word is a number where it reads as one. */
const senseRule: Rule<SenseLevel | number> = {
  what: `one of ${senseLevels.join(', ')}, or ${aboveNothing.what}`,
  holds: (value) => senseLevels.some((level) => level === value) || aboveNothing.holds(value),
  parse: (word) => (word.trim() === '' || Number.isNaN(Number(word)) ? word : Number(word)),
  placeholder: '<level|n>',
};

const words: Rule<Iterable<string>, ReadonlySet<string>> = {
  what: 'a list or set of words',
  holds: (value) =>
    typeof value === 'object' &&
    value !== null &&
    typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] === 'function',
  copy(words, place, argument) {
    const set = new Set<string>();
    for (const word of words as Iterable<unknown>) {
      if (typeof word !== 'string') throw misfit(place, argument, 'a list of texts', word);
      const lower = word.trim().toLowerCase();
      if (lower !== '') set.add(lower);
    }
    if (set.size === 0)
      throw new InputError({ place, argument, rule: 'must hold at least one word', got: 'none' });
    return set;
  },
};

/** The options of `createPlant`, in the order of the README. */
export const PLANT_OPTIONS = defineOptions('createPlant', {
  policy: described(
    'how the edited word is chosen: `max` prefers concrete words, `min` abstract ones (a control), `random` ignores concreteness, `weighted` samples by it',
    optional(choice(policies), 'max'),
  ),
  temperature: described(
    'of `weighted`: P(word) ∝ e^(c/T) for concreteness c',
    optional(number({ above: 0 }), 0.5),
  ),
  balance: described(
    '`none`: the policy alone; `slots`: a share for each slot; `concreteness`: equal shares for the bands [1, 3), [3, 4), [4, 4.5), [4.5, 5]; `composition`: shares for persons, things, attributes, actions, relations, counts and swaps, as far as plausible',
    optional(choice(balances), 'none'),
  ),
  sense: described(
    'how odd a change may be. `strict`: as for the questions of a benchmark; `usual`: as training needs it; `all`: a negative for every caption that allows one; a number: the largest surprisal, −ln P(nothing clearly wrong). What a stricter level gives stays',
    optional(senseRule, 'usual'),
  ),
  perCaption: described('most negatives of a caption', optional(integer({ min: 1, max: 100 }), 1)),
  operations: described(
    'kinds of change; `add` and `negate` need other captions of the image',
    optional(listOf(choice(operations), 'a list', { min: 1 }), usualOperations),
  ),
  slots: described('kinds of words', optional(listOf(choice(slots), 'a list', { min: 1 }), slots)),
  seed: described(
    'the same seed gives the same negatives',
    optional(integer({ min: 0, max: 0xffffffff }), 0),
  ),
  maxGap: described(
    'largest difference in concreteness between the old word and the new',
    optional(number({ above: 0, max: 4 }), 1.5),
  ),
  contextLength: described(
    'tokens the model reads, estimated for CLIP; no word behind them changes; 0: no limit',
    optional(integer({ min: 0 }), 77),
  ),
  fit: described(
    'counts of your corpus beside the background corpus; `null`: the block alone',
    optional(
      rule<CorpusStats | null>(
        'a table from fitCaptions or FitTable.parse, or null',
        (value) => value === null || CorpusStats.isInstance(value),
      ),
    ),
  ),
  vocabulary: described(
    'insert only these words, for a model whose tokenizer knows no others',
    optional(words),
  ),
  mirror: described(
    'whether left may become right, which a flip of the image makes true',
    optional(flag(), true),
  ),
  contrasts: described(
    'lines of word, role and alternatives, tabs between: what may stand in the place of a word, added to the table that ships',
    optional(text('lines of word, role and alternatives')),
  ),
  lexicon: described(
    'rates the words, for human ratings: `createLexicon({ norms })`',
    optional(
      rule<Lexicon>(
        'one of createLexicon() from @slipform/concreteness',
        (value) =>
          typeof value === 'object' && value !== null && 'rate' in value && typeof value.rate === 'function',
      ),
    ),
  ),
  rewriter: described(
    '`async (record, siblings) => negative`, in `mineAll`: rewrites a negative; an answer that fails the checks is counted',
    optional(callback<Rewriter>()),
  ),
  scorer: described(
    '`async (candidates) => numbers`, in `mineAll`: log-plausibility of the best changes of a caption, higher is better',
    optional(callback<Scorer>()),
  ),
  concurrency: described(
    'captions that `rewriter` and `scorer` are asked about at a time',
    optional(integer({ min: 1, max: 256 }), 8),
  ),
} satisfies RowsFor<PlantOptions>);

const plainNames = [
  'policy',
  'temperature',
  'balance',
  'sense',
  'perCaption',
  'operations',
  'slots',
  'seed',
  'maxGap',
  'contextLength',
  'mirror',
] as const;

/** The options that are plain data, which a command and a page have as well. */
export type PlainOptions = Pick<PlantOptions, (typeof plainNames)[number]>;

/** These options alone. */
export function plainOptions(options: PlainOptions): PlainOptions {
  return Object.fromEntries(plainNames.map((name) => [name, options[name]]));
}

/** The options as the miner uses them; `fit` is our table and the user's own together. */
export type ResolvedOptions = Omit<OptionsRead<typeof PLANT_OPTIONS.rows>, 'fit'> & {
  readonly fit: CorpusStats | undefined;
  /** Bounds on surprisal, one tier after the other. */
  readonly tiers: readonly number[];
};

/** Fills in the defaults. @throws {InputError} that names the option, the rule, what came and the remedy */
export function resolveOptions(options: PlantOptions): ResolvedOptions {
  const read = PLANT_OPTIONS.read(options);
  return {
    ...read,
    operations: operations.filter((operation) => read.operations.includes(operation)),
    slots: slots.filter((slot) => read.slots.includes(slot)),
    // A user's own vocabulary decides for itself what goes with what.
    tiers: read.vocabulary === undefined ? tiersOf(read.sense) : [Number.POSITIVE_INFINITY],
    fit: fitOf(read.fit, read.vocabulary !== undefined),
  };
}

/** @param isClosed whether there is a vocabulary: then the captions may not be everyday ones */
function fitOf(own: CorpusStats | null | undefined, isClosed: boolean): CorpusStats | undefined {
  if (own === null) return undefined;
  if (isClosed) return own;
  return own === undefined ? loadCommonCaptions() : loadCommonCaptions().with(own);
}
