import type { Degree } from '../inflect/inflect';
import type { Exclusions } from '../lexicon/exclusions';
import type { Noun } from '../lexicon/nouns';
import type { Reason } from '../mined';
import type { NounPhrase } from './noun-phrase';
import type { Token } from './tagger';
import type { VerbForm } from './word-forms';

export interface CaptionSpan {
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
  /** It takes no "a" and no plural: "water", "broccoli". */
  readonly isMass: boolean;
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

/** A verb that says what somebody does, or how a thing stands. */
export interface ActionSpan extends CaptionSpan {
  readonly slot: 'action';
  readonly form: VerbForm;
  /** "is parked", "are being ridden". */
  readonly isPassive: boolean;
  /** The subject of the action; of a passive, its object. `undefined` if none is near. */
  readonly subject: NounPhrase | undefined;
  /** The direct object: "rides a horse". */
  readonly object: NounPhrase | undefined;
  /** "up" of "stands up": it belongs to the verb. */
  readonly particle: string | undefined;
  /** The preposition after the verb (and its particle): "sits on". */
  readonly preposition: string | undefined;
}

/** An action, a relation or a count from a closed set, whose members exclude each other. It keeps no phrases alive. */
export interface ClosedSpan extends CaptionSpan {
  readonly slot: 'action' | 'relation' | 'count';
  /** What must be equal for an exchange of two words: the form of the verb and the word after it. */
  readonly form: string;
  /** Whether two words of the set exclude each other. */
  readonly exclude: Exclusions;
  /** Lemma of the noun that is counted, acted on or the place; empty where there is none. */
  readonly headLemma: string;
  /** Index of its token, or -1. */
  readonly head: number;
  /** Lemma of the one who acts; empty for no action. */
  readonly actor: string;
}

/** Why nothing in a caption can be changed, so far as its text alone tells. */
export type Unusable = Extract<
  Reason,
  'too-long' | 'not-english' | 'not-a-description' | 'intimate' | 'name'
>;

/** A text that nobody has read yet. */
export interface ShortText {
  readonly text: string;
  /** As it is read, without blanks around it. */
  readonly plain: string;
  readonly hasLetter: boolean;
  readonly isOneWord: boolean;
}

/**
 * A sort of text. It is recognised by the text itself, by its tokens as the tagger gave them, or by those whose tags are corrected
 * and whose names are marked; the first row that knows a text at one of these moments has it. Its words are the rows of
 * lexicon/phrases.tsv that name it.
 */
export interface KindOfText {
  readonly id: string;
  readonly what: string;
  readonly example: string;
  /** Why nothing of it is read. */
  readonly unusable?: Unusable;
  /** How names are distinguished from words with a capital: "title", where most words have one. */
  readonly names?: 'title';
  /** The sets of `measure/` that are made of it. */
  readonly measured?: readonly string[];
  readonly isText?: (text: ShortText) => boolean;
  readonly isTagged?: (tokens: readonly Token[]) => boolean;
  readonly isNamed?: (tokens: readonly Token[]) => boolean;
}

/** The reading of one caption. */
export interface Reading {
  /** As written: offsets of tokens and spans are offsets in it. */
  readonly caption: string;
  /** As read, each character in its place: mark-up and odd spaces are blanks, quotes are straight. */
  readonly plain: string;
  /** The id of its row among the sorts of text. */
  readonly kind: string;
  /** Set if there is nothing to change. Of all but a `name` nothing is read then: no tokens, no spans. */
  readonly unusable: Unusable | undefined;
  readonly tokens: readonly Token[];
  /** The words in lower case, with noun lemmas, and the nouns among them. */
  readonly words: readonly string[];
  readonly nouns: readonly string[];
  readonly objects: readonly ObjectSpan[];
  /** Things within compounds: "tennis" in "tennis court". */
  readonly compounds: readonly ObjectSpan[];
  readonly attributes: readonly AttributeSpan[];
  readonly actions: readonly ActionSpan[];
  /** Actions, relations and counts that may change, in this order. */
  readonly closed: readonly ClosedSpan[];
}
