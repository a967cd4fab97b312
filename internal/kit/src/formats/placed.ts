import type { Line } from '../files/read-lines';

/** One of the things that a file holds, with where it stands; or what is wrong there. */
export type Placed<T> = PlacedValue<T> | PlacedProblem;

export interface PlacedValue<T> {
  /** In words that follow the file's name: "line 7", "row 3", "entry 12". */
  readonly place: string;
  /** The number of that place, from 1. */
  readonly number: number;
  readonly value: T;
}

/** What is left out while the rest of the file is read. */
export interface PlacedProblem {
  readonly place: string;
  /** In words that follow the place: "is no JSON object". The same fault has the same words, so that they can be counted. */
  readonly problem: string;
  /** More about this very place: "byte 7 is 0xff". */
  readonly detail?: string;
  /** The whole file is in doubt, not this place alone: its encoding is wrong. */
  readonly isEncoding?: boolean;
}

/** A field of a row by its name; `undefined` where there is none. */
export type FieldOf = (name: string) => unknown;

/** What was thrown about a place, in words that follow it. */
export function problemAt(place: string, error: unknown): PlacedProblem {
  return { place, problem: error instanceof Error ? error.message : String(error) };
}

/** What is wrong with a line. */
export function lineProblem({ number, problem = '', detail, isEncoding = false }: Line): PlacedProblem {
  return { place: `line ${number}`, problem, ...(detail === undefined ? {} : { detail }), isEncoding };
}

/** A problem with all that is known about it, in words that follow its place. */
export function inFull({ problem, detail }: { problem: string; detail?: string | undefined }): string {
  return detail === undefined ? problem : `${problem}: ${detail}`;
}
