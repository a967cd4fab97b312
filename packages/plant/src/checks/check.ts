import type { Slot } from '../hard-negative';
import type { WordForm } from '../reading/word-forms';
import type { Rule } from '../rule';
import type { Written } from '../safety/protect-minors';
import type { WordTables } from '../safety/word-classes';
import type { SiteContext } from '../sites/site-context';
import type { SiteWord } from '../sites/site-word';

/** What the checks look words up in. */
export interface CheckLexicon extends WordTables {
  readonly vocabulary: ReadonlySet<string> | undefined;
  /** The largest difference of concreteness between the old and the new word, in points of the scale 1–5. */
  readonly maxGap: number;
  readonly formOf: (lower: string) => WordForm;
}

/** Two words of one caption that are to change places. */
export interface SwapContext {
  /** The two sites; `a` stands before `b`. */
  readonly a: SiteContext['word'];
  readonly b: SiteContext['word'];
  /** The caption's tokens in lower case, with their tags. */
  readonly tokens: readonly { readonly lower: string; readonly tag: string }[];
  readonly caption: string;
  readonly words: readonly string[];
}

/** A caption, an old word and a new one; of a swap, both words of the caption. */
export type ChangeExample = readonly [caption: string, old: string, other: string];

interface Row extends Rule {
  /** The slots that it looks at; all, if it is left out. */
  readonly slots?: readonly Slot[];
  /** One change that this check refuses, and one that no check refuses. */
  readonly example: {
    readonly refuses: ChangeExample;
    readonly passes: ChangeExample;
    /** Another caption of the image, of the change that is refused. */
    readonly sibling?: string;
    /** Of the two words, where the check looks at several slots. */
    readonly slot?: Slot;
  };
}

/** Looks at the two words alone; asked in both directions. */
export interface WordsCheck extends Row {
  readonly scope: 'words';
  readonly refuses: (old: SiteWord, other: SiteWord, lexicon: CheckLexicon) => boolean;
}

/**
 * What a check can tell from the site alone and from the new word alone, each asked once: what this leaves out it never refuses. `at` looks
 * neither at the operation nor at what the new word was met with.
 */
export interface Narrowing {
  /** Whether it may refuse some word at a site. */
  readonly at?: (site: SiteContext, lexicon: CheckLexicon) => boolean;
  /** Whether it may refuse a word at some site. */
  readonly of?: (other: SiteWord, lexicon: CheckLexicon) => boolean;
  /** It may refuse where one of the two holds; else both must. */
  readonly either?: true;
}

/** Looks at the new word in the old one's place. */
export interface SiteCheck extends Row {
  readonly scope: 'site';
  readonly may?: Narrowing;
  readonly refuses: (site: SiteContext, other: SiteWord, lexicon: CheckLexicon) => boolean;
}

/** Looks at two words of a caption that are to change places. */
export interface SwapCheck extends Row {
  readonly scope: 'swap';
  readonly refuses: (swap: SwapContext, lexicon: CheckLexicon) => boolean;
}

/** Looks at the negative: at the word in its place, before it is written, and at all of it as written, ours or of a model. */
export interface WrittenCheck extends Row {
  readonly scope: 'written';
  /** Of a word before it is written. */
  readonly may?: Narrowing;
  readonly refuses: (written: Written, lexicon: CheckLexicon) => boolean;
}

export type Check = WordsCheck | SiteCheck | SwapCheck | WrittenCheck;
