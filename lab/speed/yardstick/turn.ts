/** What a side answers when it has had a turn. */
export interface Turn {
  /** Wall time of each step. */
  readonly ms: readonly number[];
  /** What has to be alike on all sides: the losses of the steps, or an embedding. */
  readonly check: readonly number[];
}

/** Work that stands still between its turns. */
export interface TurnTaker {
  take(steps: number): Promise<Turn>;
  end(): Promise<void>;
}
