/** What an error is on its way to another thread. */
export interface LaneFailure {
  readonly message: string;
  readonly stack?: string | undefined;
  readonly isInput: boolean;
  readonly exitCode: number;
}

/** What a thread says of the job of this number. */
export type LaneMessage<Result, Note> = { readonly number: number } & (
  | { readonly note: Note }
  | { readonly result: Result }
  | { readonly failure: LaneFailure }
);
