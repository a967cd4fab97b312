import { availableParallelism, cpus, loadavg, platform, release } from 'node:os';

/** Where a race was run. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly system: string;
  /** Of the last minute, before the race. */
  readonly load: number;
}

export function thisMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
    cores: availableParallelism(),
    system: `${platform()} ${release()}`,
    load: loadavg()[0]!,
  };
}

/** A warning where other work ran in the minute before, which makes rates too small and spreads large. */
export function loadWarning({ load, cores }: Machine): string | undefined {
  if (load < 0.3) return undefined;
  return `warning: the load average is ${load.toFixed(1)} on ${cores} cores, so other work is running: read the ratios and not the rates, and repeat it on a quiet machine.`;
}

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

/** Three digits that count: 0.0213, 4.35, 21.2, 1010. */
export function rateText(rate: number): string {
  if (!Number.isFinite(rate)) return '–';
  if (rate >= 100) return rate.toFixed(0);
  return rate >= 10 ? rate.toFixed(1) : rate >= 1 ? rate.toFixed(2) : rate.toPrecision(2);
}

/** "4.35 (4.20–4.41)" */
export function spreadText({ median, least, most }: Spread): string {
  return Number.isFinite(median) ? `${rateText(median)} (${rateText(least)}–${rateText(most)})` : '–';
}

/** ".45", "1.05" */
export function ratioText(ratio: number): string {
  return Number.isFinite(ratio) ? ratio.toFixed(2).replace(/^0/, '') : '–';
}
