import type { Option, Proposal } from '../operations/operation';

/** A word for a place, both by their numbers: in an exchange, the giver's own place takes the word of this one in return. */
export interface WordChange {
  readonly operation: 'exchange' | 'replace';
  readonly site: number;
  readonly giver: number;
}

/** Two places of one caption that give each other their words. */
export interface SwapChange {
  readonly operation: 'swap';
  readonly option: Option;
  readonly proposal: Proposal;
}

export type Change = WordChange | SwapChange;
