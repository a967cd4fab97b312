import { InputError } from '@slipform/kit/errors/input-error';
import { ownEntry } from '@slipform/kit/formats/shape';
import type { Coverage } from '../questions/benchmark';
import { checkResults } from '../scoring/check-results';
import { byBenchmark, imageModelResults, type Result } from '../scoring/result';
import { type Estimate, pooledOver } from '../statistics/seed-interval';

/** One line of a results table: a model on a benchmark, over its seeds. */
interface SummaryRow {
  readonly model: string;
  readonly seeds: number;
  /** Where it is a text-only model that was also asked the rows without a picture. */
  readonly allRows?: true;
  /** Reads texts alone. */
  readonly blind?: true;
  readonly kinds: Readonly<Record<string, Estimate>>;
  readonly mean: Estimate;
  readonly imageToText?: Estimate;
  readonly textToImage?: Estimate;
}

export interface SummaryTable {
  readonly benchmark: string;
  readonly chance: number;
  readonly kinds: readonly string[];
  /** The kind that is the mean by itself, where it is one of several. */
  readonly headline?: string;
  /** Number of questions of each kind; where kinds differ, of the first. */
  readonly total: number;
  /** Number of questions of each kind that were scored. */
  readonly totals: Readonly<Record<string, number>>;
  /** Chance of each kind. */
  readonly chances: Readonly<Record<string, number>>;
  /** Rows that were scored, of all that the files hold, by kind, and the share that a scorer of bags of words could get. */
  readonly coverage?: Readonly<Record<string, Coverage>>;
  readonly bagOfWordsUpperBound?: Readonly<Record<string, number>>;
  /** Pictures of the retrieval that were there, of those that the file names. */
  readonly retrievalCoverage?: Coverage;
  /** Chance of recall@1, where retrieval was measured. */
  readonly retrievalChance?: number;
  readonly rows: readonly SummaryRow[];
}

/**
 * Gathers results into one table for each benchmark. A model with one seed keeps the intervals of its items
 * (Wilson; bootstrap for the mean); with several seeds it has the wider of these, averaged, and of Student's over the seeds.
 *
 * @throws InputError where a model comes twice on one benchmark with one seed
 *
 * @example
 * const [table] = summariseResults([before, result]);
 */
export function summariseResults(results: readonly Result[]): SummaryTable[] {
  checkResults('summariseResults', results);
  return byBenchmark(results).map(([benchmark, own]) => {
    const looking = imageModelResults(own);
    const first = looking[0]!;
    const scored = own.flatMap((result) => Object.keys(result.kinds));
    // Kinds of which no row could be scored are among them, so that nobody takes them for not there.
    const kinds = [...new Set([...Object.keys(first.coverage ?? {}), ...scored])];
    const totalOf = (kind: string) =>
      looking.flatMap((result) => ownEntry(result.kinds, kind) ?? [])[0]?.total ?? 0;
    const firstAsked = kinds.find((kind) => totalOf(kind) > 0);
    const retrievalCoverage = own.find((result) => result.retrieval)?.retrieval?.coverage;
    const models = [...new Set(own.map((result) => result.model))];
    const gallery = own.find((result) => result.retrieval)?.retrieval?.imageToText[1]?.total;
    const [headline] = Object.values(first.means ?? {});
    const chanceOf = (kind: string) => ownEntry(first.chances, kind) ?? first.chance;
    const meant = headline?.kinds ?? kinds;
    return {
      benchmark,
      ...(headline?.kinds.length === 1 && kinds.length > 1 ? { headline: headline.kinds[0]! } : {}),
      chance:
        meant.length === 0
          ? first.chance
          : meant.reduce((sum, kind) => sum + chanceOf(kind), 0) / meant.length,
      kinds,
      total: firstAsked === undefined ? 0 : totalOf(firstAsked),
      totals: Object.fromEntries(kinds.map((kind) => [kind, totalOf(kind)])),
      chances: Object.fromEntries(kinds.map((kind) => [kind, chanceOf(kind)])),
      ...(first.coverage ? { coverage: first.coverage } : {}),
      ...(first.bagOfWordsUpperBound ? { bagOfWordsUpperBound: first.bagOfWordsUpperBound } : {}),
      ...(retrievalCoverage ? { retrievalCoverage } : {}),
      ...(gallery === undefined ? {} : { retrievalChance: 1 / gallery }),
      rows: models.map((model) =>
        summariseModel(
          model,
          own.filter((result) => result.model === model),
          kinds,
          first,
        ),
      ),
    };
  });
}

/** Results of one seed are no seeds: their interval would be of something else. */
function checkSeeds(model: string, benchmark: string, runs: readonly Result[]): void {
  if (new Set(runs.map(({ trainingSeed }) => trainingSeed)).size === runs.length) return;
  throw new InputError(
    `summariseResults: results hold ${model} on ${benchmark} ${runs.length} times, not each of its own training seed; give models or benchmarks other names, or evaluate with trainingSeed.`,
  );
}

function summariseModel(
  model: string,
  runs: readonly Result[],
  kinds: readonly string[],
  looking: Result,
): SummaryRow {
  checkSeeds(model, looking.benchmark, runs);
  const pool = (read: (run: Result) => Estimate | undefined) => pooledOver(runs, read);
  const imageToText = pool((run) => run.retrieval?.imageToText[1]);
  const textToImage = pool((run) => run.retrieval?.textToImage[1]);
  return {
    model,
    seeds: runs.length,
    ...(runs.every(({ blind }) => blind) ? { blind: true as const } : {}),
    ...(runs.every(({ blind, answers }) => blind && answers.length > looking.answers.length)
      ? { allRows: true as const }
      : {}),
    kinds: Object.fromEntries(
      kinds.flatMap((kind) => {
        const pooled = pool((run) => ownEntry(run.kinds, kind));
        // A model that can't be asked about a kind, such as a Scorer about two texts, has no number there.
        return pooled ? [[kind, pooled]] : [];
      }),
    ),
    mean: pool((run) => run.mean)!,
    ...(imageToText ? { imageToText } : {}),
    ...(textToImage ? { textToImage } : {}),
  };
}
