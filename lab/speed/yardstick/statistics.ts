/** The middle one; of an even number the mean of the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: median(values), least: Math.min(...values), most: Math.max(...values) };
}

/** What one is of the other, round by round, so that what else the machine does falls on both. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): Spread {
  return spreadOf(ours.map((rate, round) => rate / theirs[round]!));
}

/** Largest distance between two rows of numbers; infinite where a number is missing or is not one. */
export function distance(numbers: readonly number[], measure: readonly number[]): number {
  if (numbers.length !== measure.length) return Number.POSITIVE_INFINITY;
  const most = Math.max(...numbers.map((x, i) => Math.abs(x - measure[i]!)));
  return Number.isNaN(most) ? Number.POSITIVE_INFINITY : most;
}

/**
 * Amdahl's bound: a step of `stepMs` on `workers` threads, `serialMs` of it on the thread that coordinates, takes
 * serialMs + (stepMs − serialMs)·workers/more on `more` threads, if the rest divides evenly and memory keeps up.
 */
export function amdahlMs(stepMs: number, serialMs: number, workers: number, more: number): number {
  return serialMs + ((stepMs - serialMs) * workers) / more;
}
