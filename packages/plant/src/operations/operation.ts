import type { Lexicon } from '@slipform/concreteness';
import type { CorpusStats } from '../corpus/corpus-stats';
import type { Operation, Slot } from '../hard-negative';
import type { Reading } from '../reading/reading';
import type { WordForm } from '../reading/word-forms';
import type { RefusalReason } from '../refusals';
import type { Written } from '../safety/protect-minors';
import type { Random } from '../seeded-random';
import type { Relations } from '../wordnet/related';
import type { Noun, Nouns } from '../words/nouns';
import type { Candidate } from '../words/replacement-pool';
import type { Judge } from './judge';

/** One change of one span: what is cut, and what is written instead. */
export interface Edit {
  readonly first: number;
  readonly start: number;
  readonly end: number;
  readonly keywordLemma: string;
  readonly text: string;
  readonly lemma: string;
}

/** A change that has passed all checks. */
export interface Proposal {
  /** One edit, or the two of a swap in the order of the caption. */
  readonly edits: readonly Edit[];
  readonly replacementConcreteness: number;
  readonly instruction: string;
  readonly distance: number | null;
}

/** A change that a caption offers: a span and an operation on it, not yet a word. */
export interface Option {
  readonly operation: Operation;
  readonly slot: Slot;
  /** Of the span; of a swap, the mean of both. */
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';
  /** Draws a change that passes all checks; `undefined` if none is left. Refusals are counted on the way. */
  propose(random: Random, judge: Judge): Proposal | undefined;
  /** Whether it can be drawn again for another word. */
  readonly repeatable: boolean;
}

export interface MiningContext {
  readonly lexicon: Lexicon;
  readonly nouns: Nouns;
  readonly relations: Relations;
  readonly poolOf: (noun: Noun) => readonly Candidate[];
  readonly opposites: (lemma: string) => readonly string[];
  readonly vocabulary: ReadonlySet<string> | undefined;
  readonly maxGap: number;
  /** Slurs and vulgar words. */
  readonly isRefused: (lemma: string) => boolean;
  /** Statistics of a corpus, if there is one. */
  readonly fit: CorpusStats | undefined;
  readonly formOf: (lower: string) => WordForm;
  readonly refuse: (reason: RefusalReason, times?: number) => void;
  /** Whether a negative breaks the rule of safety/protect-minors.ts. */
  readonly endangersMinor: (written: Written) => boolean;
}
/** The words of the other captions of the image. */
export interface Surroundings {
  /** Whether one of them uses a word, as written or as a noun's lemma. */
  has(word: string): boolean;
  someNoun(test: (lemma: string) => boolean): boolean;
  /** Over the lemmas of all words that may be verbs. */
  someVerb(test: (lemma: string) => boolean): boolean;
  /** Over whole captions, in lower case. */
  someText(test: (text: string) => boolean): boolean;
}

/** Finds the changes of one operation in a caption. */
export type FindOptions = (reading: Reading, siblings: Surroundings, context: MiningContext) => Option[];
