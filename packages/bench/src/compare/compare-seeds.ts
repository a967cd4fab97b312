import { InputError } from '@slipform/kit/errors/input-error';
import { checkResults } from '../scoring/check-results';
import type { Result } from '../scoring/result';
import { holm } from '../statistics/holm';
import { signFlipTest } from '../statistics/permutation-test';
import { seedInterval } from '../statistics/seed-interval';
import { verdictOf } from './verdict';

/** How two models differ over training seeds; differences are `b − a`, in shares of 1. */
export interface SeedComparison {
  readonly benchmark: string;
  readonly a: string;
  readonly b: string;
  /** Seeds that both were trained with. */
  readonly trainingSeeds: readonly number[];
  readonly mean: SeedDifference;
  readonly kinds: Readonly<
    Record<string, SeedDifference & { /** After Holm's correction over the kinds. */ readonly holm: number }>
  >;
}

interface SeedDifference {
  readonly difference: number;
  /** Student's, over seeds. */
  readonly interval: readonly [low: number, high: number];
  /** By flipping the signs of whole seeds, two-sided; with n seeds it can't get below 2/2ⁿ. */
  readonly p: number;
  /** By the interval for the mean, by `holm` at .05 for a kind. */
  readonly verdict: string;
}

/**
 * Compares every two models of one benchmark that share at least two training seeds, the seeds being the units: pairs
 * of the same seed (same order of data, same start), Student's interval of their differences, and the exact
 * permutation test that flips signs of seeds. Items are no units here: ten thousand of them don't make up for one seed.
 *
 * @throws InputError where no two models share two seeds
 *
 * @example
 * const rows = compareSeeds([before, result]); // results that name their model and seed
 */
export function compareSeeds(results: readonly Result[]): SeedComparison[] {
  checkResults('compareSeeds', results);
  const found = compareSeedPairs(results);
  if (found.length === 0) {
    throw new InputError(
      results.every(({ trainingSeed }) => trainingSeed === undefined)
        ? 'compareSeeds: results must say which training seed each is of, got none; pass trainingSeed to evaluate.'
        : 'compareSeeds: results must hold two models of one benchmark that share at least two training seeds, got no two such models.',
    );
  }
  return found;
}

/** The same, empty where no two models share seeds. */
export function compareSeedPairs(results: readonly Result[]): SeedComparison[] {
  const found: SeedComparison[] = [];
  for (const benchmark of new Set(results.map((result) => result.benchmark))) {
    const own = results.filter(
      (result) => result.benchmark === benchmark && result.trainingSeed !== undefined,
    );
    const models = [...new Set(own.map((result) => result.model))];
    models.forEach((a, index) => {
      for (const b of models.slice(index + 1)) {
        const pairs = own
          .filter((result) => result.model === a)
          .flatMap((first) => {
            const second = own.find(
              (result) => result.model === b && result.trainingSeed === first.trainingSeed,
            );
            return second ? [[first, second] as const] : [];
          });
        if (pairs.length >= 2) found.push(compareModels(benchmark, a, b, pairs));
      }
    });
  }
  return found;
}

function compareModels(
  benchmark: string,
  a: string,
  b: string,
  pairs: readonly (readonly [Result, Result])[],
): SeedComparison {
  const difference = (read: (result: Result) => number) => {
    const differences = pairs.map(([first, second]) => read(second) - read(first));
    const { value, interval } = seedInterval(differences);
    return { difference: value, interval, p: signFlipTest(differences) };
  };
  const mean = difference((result) => result.mean.value);
  const names = Object.keys(pairs[0]![0].kinds).filter((kind) =>
    pairs.every((pair) => pair.every((result) => Object.hasOwn(result.kinds, kind))),
  );
  const byKind = names.map((kind) => difference((result) => result.kinds[kind]!.value));
  const corrected = holm(byKind.map(({ p }) => p));
  return {
    benchmark,
    a,
    b,
    trainingSeeds: pairs.map(([first]) => first.trainingSeed!),
    mean: {
      ...mean,
      verdict: verdictOf(mean.difference, mean.interval[0] > 0 || mean.interval[1] < 0, a, b),
    },
    kinds: Object.fromEntries(
      names.map((kind, index) => {
        const own = byKind[index]!;
        const adjusted = corrected[index]!;
        return [kind, { ...own, holm: adjusted, verdict: verdictOf(own.difference, adjusted < 0.05, a, b) }];
      }),
    ),
  };
}
