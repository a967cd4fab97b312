import { ownEntry } from '../checks/own-entry';
import type { Result } from '../scoring/result';
import { isCorrect } from '../scoring/result';
import { bootstrapMean } from '../statistics/bootstrap';
import { clusteredMean } from '../statistics/clustered-mean';
import { groupSums } from '../statistics/group-sums';
import { mean } from '../statistics/mean';
import { seedInterval } from '../statistics/seed-interval';

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

/** One lead for each benchmark on which both models were judged, over the seeds that both have. */
export function leadsOf(
  results: readonly Result[],
  { model, against }: { readonly model: string; readonly against: string },
): Lead[] {
  return [...new Set(results.map(({ benchmark }) => benchmark))].flatMap((benchmark) => {
    const own = results.filter((result) => result.benchmark === benchmark);
    const pairs = own
      .filter((result) => result.model === model)
      .flatMap((ours): Pair[] => {
        const theirs = own.find(
          (result) => result.model === against && result.trainingSeed === ours.trainingSeed,
        );
        return theirs ? [[ours, theirs]] : [];
      });
    return pairs.length > 0 ? [{ benchmark, model, against, ...leadOver(pairs) }] : [];
  });
}

type Pair = readonly [ours: Result, theirs: Result];

function leadOver(pairs: readonly Pair[]): Omit<Lead, 'benchmark' | 'model' | 'against'> {
  const cell = (read: (result: Result) => number | undefined, kinds: readonly string[]) => {
    const bySeed = pairs.map(([ours, theirs]) => (read(ours) ?? Number.NaN) - (read(theirs) ?? Number.NaN));
    if (bySeed.some(Number.isNaN)) return undefined;
    if (bySeed.length > 1) return { ...seedInterval(bySeed), bySeed };
    const rows = differences(pairs[0]!, kinds);
    return { value: mean(bySeed), bySeed, ...(rows.length > 0 ? { interval: intervalOf(rows) } : {}) };
  };
  const kinds = Object.keys(pairs[0]![0].kinds);
  const imageToText = cell((result) => result.retrieval?.imageToText[1]?.value, []);
  const textToImage = cell((result) => result.retrieval?.textToImage[1]?.value, []);
  return {
    seeds: pairs.length,
    kinds: Object.fromEntries(
      kinds.flatMap((kind) => {
        const found = cell((result) => ownEntry(result.kinds, kind)?.value, [kind]);
        return found ? [[kind, found]] : [];
      }),
    ),
    mean: cell((result) => result.mean.value, kinds)!,
    ...(imageToText ? { imageToText } : {}),
    ...(textToImage ? { textToImage } : {}),
  };
}

/** The difference in each answer of these kinds, each kind with the same weight. */
function differences([ours, theirs]: Pair, kinds: readonly string[]) {
  const theirAnswers = new Map(theirs.answers.map((answer) => [answer.id, answer]));
  return ours.answers.flatMap(({ id, kind, group, clusters, ...scores }) => {
    const other = theirAnswers.get(id);
    if (!other || !kinds.includes(kind)) return [];
    const weight = 1 / (ownEntry(ours.kinds, kind)?.total ?? 1);
    const value = Number(scores.right > scores.wrong) - Number(isCorrect(other));
    return [{ group, clusters, value, weight }];
  });
}

function intervalOf(rows: ReturnType<typeof differences>): readonly [low: number, high: number] {
  if (rows.some(({ clusters }) => clusters !== undefined)) {
    return clusteredMean(rows.map((row) => ({ ...row, clusters: row.clusters ?? { group: row.group } })))
      .interval;
  }
  return bootstrapMean(groupSums(rows));
}
