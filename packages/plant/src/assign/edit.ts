import type { Operation } from '../hard-negative';

/** A change of one site, or for a swap of two: which word it takes, by the row that has it, and what that costs. */
export interface Edit {
  readonly operation: Operation;
  readonly site: number;
  /**
   * The row whose word it takes. In an exchange that site takes this one's word in return, and so it does in a swap, where
   * both are of one caption; of a natural partner it is the site that differs.
   */
  readonly giver: number;
  /** Of a swap of things in different numbers: rows of the two words, each in the number of the place that takes it. */
  readonly inNumber?: readonly [site: number, giver: number];
  /** As in the record. */
  readonly surprise: number;
  readonly leak: number;
}
