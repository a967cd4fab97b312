import type { Caption } from './caption';
import type { HardNegative, Slot } from './hard-negative';
import type { RefusalReason } from './rule';

/** Why a caption has no negative. Each caption without one has exactly one reason, so that the counts add up. */
export const reasons = [
  /** More than 4,096 code units, or it cannot be tagged. */
  'too-long',
  'not-english',
  /** A file name, an address, tags alone, or nothing. */
  'not-a-description',
  /** It is about undress or intimacy: nothing is mined from it. */
  'intimate',
  /** All words that could be changed belong to names. */
  'name',
  /** No rated word that could be changed. */
  'no-site',
  /** No word is known that could stand in any of its sites. */
  'no-candidate',
  /** Every word that could stand there failed a check; `checks` of the statistics counts them by id. */
  'refused',
  /** No word that passes the checks is likely enough in its place, or it would give the negative away. */
  'no-sensible-edit',
] as const;

export type Reason = (typeof reasons)[number];

/** A change of a caption that was looked at and not made. */
export interface RefusedChange {
  /** The old word as written and where it begins, and the new one. */
  readonly keyword: string;
  readonly start: number;
  readonly replacement: string;
  readonly slot: Slot;
  /** Concreteness of the old word, 1–5. */
  readonly concreteness: number;
  /** `unlikely`: no check refuses it, but hardly anybody would write the new word there. */
  readonly reason: RefusalReason | 'unlikely';
  /** The id of the check, and what it refuses in one sentence. */
  readonly check?: string;
  readonly what?: string;
  /** −ln of the probability that a reader finds nothing clearly wrong; of `unlikely` alone. */
  readonly surprise?: number;
}

/** What comes of a caption. */
export interface Mined<C extends Caption = Caption> {
  readonly caption: C;
  /** None, or up to `perCaption`. */
  readonly negatives: readonly HardNegative[];
  /** Why there is none. */
  readonly reason?: Reason | undefined;
  /** Changes that were not made, if that was asked for. */
  readonly refused?: readonly RefusedChange[];
}
