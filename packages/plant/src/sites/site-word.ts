import type { Slot } from '../hard-negative';
import type { Degree } from '../inflect/inflect';
import type { Exclusions } from '../lexicon/exclusions';
import type { Noun } from '../lexicon/nouns';

/**
 * The part of a site that does not depend on its caption: a word with its form. Spans of captions are site words, and so
 * are the words of a corpus's vocabulary, of scales and of closed sets, which stand in no caption of the block.
 */
export interface SiteWord {
  readonly slot: Slot;
  readonly lemma: string;
  /** The word as written, in the form that it has there: "dogs", "bigger", "two". */
  readonly text: string;
  /** 1–5. */
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';
  /** Of an object. */
  readonly noun?: Noun;
  readonly plural?: boolean;
  /** It takes no "a" and no plural: "water". */
  readonly isMass?: boolean;
  /** Of an attribute. */
  readonly degree?: Degree;
  /** Of an action, a relation or a count: what must be equal for one to stand in another's place. */
  readonly form?: string;
  readonly exclude?: Exclusions;
}

/** Whether an action is done to an object, and is not what one does in a place. */
export function isOnObject({ form = '' }: Pick<SiteWord, 'form'>): boolean {
  return form.includes(' object');
}
