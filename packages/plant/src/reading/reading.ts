import type { Degree } from '../inflect/comparative';
import type { Noun } from '../words/nouns';
import type { Token } from './tagger';

interface CaptionSpan {
  /** Index of the first token and of the last. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lemma: string;
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';
}

/** A thing that the caption names. */
export interface ObjectSpan extends CaptionSpan {
  readonly slot: 'object';
  readonly noun: Noun;
  readonly plural: boolean;
  /** Index of the first token of its noun phrase: determiner, number or adjective. */
  readonly phraseStart: number;
  /** The words between determiner and head that tell it from another of its sort: "two big red". */
  readonly modifiers: readonly string[];
}

/** An adjective, or a noun that serves as one ("glass", "orange"), and the thing that it belongs to. */
export interface AttributeSpan extends CaptionSpan {
  readonly slot: 'attribute';
  readonly degree: Degree;
  /** Lemma of the head noun; `undefined` for a predicate ("the car is red"). */
  readonly head: string | undefined;
  readonly headNoun: Noun | undefined;
  /** Index of the head's token. */
  readonly headToken: number;
}

/** What the miner knows of one caption. */
export interface Reading {
  readonly caption: string;
  readonly tokens: readonly Token[];
  readonly objects: readonly ObjectSpan[];
  /** Things within compounds: "tennis" in "tennis court". */
  readonly compounds: readonly ObjectSpan[];
  readonly attributes: readonly AttributeSpan[];
  /** Lower-cased words and noun lemmas of the caption. */
  readonly words: ReadonlySet<string>;
  /** Noun lemmas among them, for relations of meaning. */
  readonly nouns: readonly string[];
}
