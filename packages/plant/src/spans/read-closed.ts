import type { Slot } from '../hard-negative';
import type { MiningContext } from '../operations/operation';
import type { Reading } from '../reading/reading';
import { closedActions } from './closed-actions';
import { closedCounts } from './closed-counts';
import { closedRelations } from './closed-relations';
import type { ClosedSpan } from './closed-span';

type ClosedSlot = ClosedSpan['slot'];

/** The actions, relations or counts of a caption whose words exclude others. */
export function readClosed(
  slot: ClosedSlot,
  reading: Reading,
  { nouns, lexicon, vocabulary }: MiningContext,
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
