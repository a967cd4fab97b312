import type { Lexicon } from '@slipform/concreteness';
import type { Slot } from '../hard-negative';
import type { Nouns } from '../lexicon/nouns';
import { closedActions } from './closed-actions';
import { closedCounts } from './closed-counts';
import { closedRelations } from './closed-relations';
import type { ClosedSpan } from './closed-span';
import type { Reading } from './reading';

type ClosedSlot = ClosedSpan['slot'];

/** What the closed sets look words up in. */
export interface ClosedLexicon {
  readonly nouns: Nouns;
  readonly lexicon: Lexicon;
  readonly vocabulary: ReadonlySet<string> | undefined;
}

/** The actions, relations or counts of a caption whose words exclude others. */
export function readClosed(
  slot: ClosedSlot,
  reading: Reading,
  { nouns, lexicon, vocabulary }: ClosedLexicon,
): ClosedSpan[] {
  switch (slot) {
    case 'action':
      return closedActions(reading, nouns);
    case 'relation':
      return closedRelations(reading, nouns, vocabulary);
    case 'count':
      return closedCounts(reading, lexicon);
  }
}

export const closedSlots: readonly ClosedSlot[] = ['action', 'relation', 'count'] satisfies Slot[];
