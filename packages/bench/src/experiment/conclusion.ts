import type { Comparison } from '../compare';
import { formatP, formatPoints } from '../format-number';
import { seedInterval } from '../statistics/seed-interval';

export interface ConclusionNames {
  /** The model that the question is about, and the one that it is held against. */
  readonly model: string;
  readonly against: string;
}

/**
 * Says in words whether one model is ahead of another on each benchmark, and beyond which noise: with one training
 * seed that of the questions, with several that of the seeds.
 */
export function conclude(comparisons: readonly Comparison[], { model, against }: ConclusionNames): string[] {
  const pairs = comparisons.filter(({ a, b }) => a === against && b === model);
  const benchmarks = [...new Set(pairs.map(({ benchmark }) => benchmark))];
  const sentences = benchmarks.map((benchmark) => {
    const own = pairs.filter((pair) => pair.benchmark === benchmark);
    return own.length > 1 ? overSeeds(benchmark, own, model, against) : overItems(own[0]!, model, against);
  });
  const seeds = new Set(pairs.map(({ seed }) => seed)).size;
  if (seeds === 1) {
    sentences.push(
      'This is one training seed: the intervals cover the noise of the questions, not that of training. --seeds 0,1,2,3 measures both.',
    );
  }
  return sentences;
}

function overItems(
  { benchmark, difference, interval, differs, kinds }: Comparison,
  model: string,
  against: string,
): string {
  const range = `${formatPoints(interval[0])} to ${formatPoints(interval[1])}`;
  const count = Object.keys(kinds).length;
  const clear = Object.entries(kinds).filter(([, kind]) => kind.p < 0.05 / count);
  // Each kind is one more occasion for an accident, so each must pass a stricter test (Bonferroni).
  const test = `McNemar’s test, p below .05 divided by the ${count} kinds`;
  const byKind =
    clear.length === 0
      ? `No kind by itself differs beyond chance (${test})`
      : `Kinds that differ beyond chance (${test}): ${clear.map(([kind, { difference, p }]) => `${kind.replaceAll('_', ' ')} ${formatPoints(difference)} (p ${formatP(p)})`).join(', ')}`;
  return `${benchmark}: ${verdict(difference, differs ? interval : [0, 0], model, against)} (${formatPoints(difference)} points, 95 % interval ${range}). ${byKind}.`;
}

function overSeeds(benchmark: string, pairs: readonly Comparison[], model: string, against: string): string {
  const { value, interval } = seedInterval(pairs.map((pair) => pair.difference));
  const range = `${formatPoints(interval[0])} to ${formatPoints(interval[1])}`;
  const each = pairs.map((pair) => formatPoints(pair.difference)).join(', ');
  return `${benchmark}: ${verdict(value, interval, model, against)} (${formatPoints(value)} points over ${pairs.length} seeds, 95 % interval ${range}; seed by seed ${each}).`;
}

function verdict(
  difference: number,
  interval: readonly [number, number],
  model: string,
  against: string,
): string {
  if (interval[0] > 0) return `${model} is ahead of ${against} beyond noise`;
  if (interval[1] < 0) return `${model} is behind ${against} beyond noise`;
  return difference === 0
    ? `${model} equals ${against}`
    : `no difference between ${model} and ${against} beyond noise`;
}
