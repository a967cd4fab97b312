import type { Operation } from '../hard-negative';
import type { Noun } from '../lexicon/nouns';
import type { Surroundings } from '../reading/siblings';
import type { SiteWord } from './site-word';

/** A word in its caption: what a check may look at. */
export interface SiteContext {
  /** The word that stands there, with its tokens and its offsets in UTF-16 code units. */
  readonly word: SiteWord & {
    readonly first: number;
    readonly last: number;
    readonly start: number;
    readonly end: number;
    /** Of an object: the words between its determiner and itself. */
    readonly modifiers?: readonly string[];
    /** Of an attribute: the lemma of what has it, if that stands in its phrase. */
    readonly head?: string | number | undefined;
    readonly headNoun?: Noun | undefined;
    /** Of a relation or a count: the lemma of the place, or of what is counted. */
    readonly headLemma?: string;
    /** Of an action: the lemma of the one who acts. */
    readonly actor?: string;
  };
  readonly caption: string;
  /** The caption's words in lower case with the lemmas of its nouns, and the nouns among them. */
  readonly words: readonly string[];
  readonly nouns: readonly string[];
  /** What the other captions of the image say. */
  readonly siblings: Surroundings;
  readonly operation: Operation;
  /** Whether the one pronoun that tells a person's sex is changed with the person. */
  readonly changesPronoun?: boolean;
  /** A token of the caption in lower case, by its place there. */
  lower(token: number): string | undefined;
  /** Whether some caption has the new word right before the word that stands behind the old one. */
  isMet(): boolean;
  /** Whether the share of pictures with the caption's other words that show the thing is so high that this one may show it, unsaid. */
  likelyTrue(lemma: string): boolean;
}
