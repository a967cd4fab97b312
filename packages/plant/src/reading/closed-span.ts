import type { Exclusions } from '../lexicon/exclusions';
import type { ActionSpan, CaptionSpan, CountSpan, RelationSpan } from './reading';

/** An action, a relation or a count from a closed set, whose members exclude each other. */
export interface ClosedSpan extends CaptionSpan {
  readonly slot: (ActionSpan | RelationSpan | CountSpan)['slot'];
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

/** The fields of a span of a closed set, without its place in the caption. */
export type ClosedWord = Pick<
  ClosedSpan,
  'slot' | 'lemma' | 'form' | 'exclude' | 'headLemma' | 'head' | 'actor'
>;

/**
 * A closed span at the place of another one, without what that one keeps alive (its subject, its phrases). All have
 * one shape, since every rule of a block looks at spans.
 */
export function closedSpanAt(span: CaptionSpan, word: ClosedWord): ClosedSpan {
  return {
    first: span.first,
    last: span.last,
    start: span.start,
    end: span.end,
    text: span.text,
    lemma: word.lemma,
    concreteness: span.concreteness,
    concretenessSource: span.concretenessSource,
    slot: word.slot,
    form: word.form,
    exclude: word.exclude,
    headLemma: word.headLemma,
    head: word.head,
    actor: word.actor,
  };
}
