/** A paired difference, in shares of 1. */
export interface LeadCell {
  readonly value: number;
  /** 95 %: Student's over the seeds; with one seed over pictures, or over clusters, and none for retrieval. */
  readonly interval?: readonly [low: number, high: number];
  readonly bySeed: readonly number[];
}

/** How far one model is ahead of another on one benchmark, in every column of the results table: gains and losses alike. */
export interface Lead {
  readonly benchmark: string;
  readonly model: string;
  readonly against: string;
  readonly seeds: number;
  readonly kinds: Readonly<Record<string, LeadCell>>;
  readonly mean: LeadCell;
  readonly imageToText?: LeadCell;
  readonly textToImage?: LeadCell;
}
