import type { Option, Proposal } from '../operations/operation';
import type { BlockReading, Site } from './site';

/** A word for a place: in an exchange, the giver's own place takes the word of this one in return. */
export interface WordChange {
  readonly operation: 'exchange' | 'replace';
  readonly site: Site;
  readonly giver: Site;
}

/** Two places of one caption that give each other their words. */
export interface SwapChange {
  readonly operation: 'swap';
  readonly caption: BlockReading;
  readonly option: Option;
  readonly proposal: Proposal;
}

export type Change = WordChange | SwapChange;
