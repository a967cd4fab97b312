import type { Lexicon } from '@slipform/concreteness';
import type { Nouns } from '../lexicon/nouns';
import type { Refused } from '../rule';
import type { LongLemmas } from '../wordnet/long-lemmas';
import type { ProperNames } from './proper-names';
import type { WordForm } from './word-forms';
import type { Refusals } from './word-refusals';

/** What captions are read with. */
export interface ReadingContext {
  readonly formOf: (lower: string) => WordForm;
  readonly longLemmas: LongLemmas;
  readonly properNames: ProperNames;
  readonly nouns: Nouns;
  readonly lexicon: Lexicon;
  readonly hasOpposite: (adjective: string) => boolean;
  /** Words of the user's own, which mean what they say. */
  readonly vocabulary: ReadonlySet<string> | undefined;
  /** Tokens of the model's context, CLIP's by estimate: nothing behind them is a site. 0: no limit. */
  readonly contextLength: number;
  readonly refusals: Refusals;
  /** Counts a refusal. */
  readonly refuse: (refused: Refused) => void;
}
