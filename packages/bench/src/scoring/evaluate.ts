import { InputError } from '@slipform/kit/input-error';
import {
  abortSignal,
  callback,
  defineOptions,
  flag,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options';
import { shown } from '@slipform/kit/printable';
import { ownEntry } from '../checks/own-entry';
import { seed } from '../checks/seed';
import type { Encoder, Scorer } from '../encoders/encoder';
import { upperBoundOf } from '../questions/bag-of-words';
import type { Benchmark, Coverage } from '../questions/benchmark';
import { checkBenchmark } from '../questions/check-benchmark';
import { clusterProportion } from '../statistics/cluster-proportion';
import { meanInterval } from '../statistics/mean-interval';
import type { Proportion } from '../statistics/wilson-interval';
import type { Answer, MeanOfKinds, Result, RetrievalResult } from './result';
import { isCorrect } from './result';
import { scoreWithEncoder } from './score-with-encoder';
import { scoreWithScorer } from './score-with-scorer';

export interface EvaluateOptions {
  /** Name in tables. Default `'model'`. */
  readonly name?: string;
  /** Seed of the bootstrap of the intervals; no score depends on it. Default 0. */
  readonly seed?: number;
  /** The seed that the model was trained with. {@link compareSeeds} pairs results by it. */
  readonly trainingSeed?: number;
  /** How many pictures, texts or pairs go to the model in one call. Default 256. */
  readonly batchSize?: number;
  /** Whether to measure retrieval. Default: for an Encoder; a Scorer would have to score every image with every text. */
  readonly retrieval?: boolean;
  /** Stops the evaluation before the next batch; the model gets it too. */
  readonly signal?: AbortSignal;
  /** Called after each batch with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

const table = defineOptions('evaluate', {
  name: optional(text(), 'model'),
  seed: optional(seed, 0),
  trainingSeed: optional(seed),
  batchSize: optional(integer({ min: 1 }), 256),
  retrieval: optional(flag()),
  signal: optional(abortSignal()),
  onProgress: optional(callback<(done: number) => void>()),
} satisfies RowsFor<EvaluateOptions>);

/**
 * Judges a model on a benchmark: accuracy for each kind of change, and recall@k both ways where the benchmark has
 * a retrieval task.
 *
 * An Encoder is scored by the cosine of its embeddings; each picture and each text is embedded once. An answer is
 * right exactly if what belongs together scores higher than all that it is compared with: a tie is wrong.
 *
 * @throws InputError if the benchmark asks nothing that the model can answer, if `model`, `benchmark` or an option is of
 *   a wrong type, or if the model returns something else than one finite number or vector for each input (a model is
 *   the caller's, so that this is a mistake in what was passed)
 * @throws the signal's reason, once `signal` aborts
 * @example
 * const result = await evaluate(encoder, sugarCrepe('sugar-crepe/data', { images: 'val2017' }));
 * console.log(result.mean.value, result.kinds.swap_att.value);
 */
export async function evaluate(
  model: Encoder | Scorer,
  benchmark: Benchmark,
  options: EvaluateOptions = {},
): Promise<Result> {
  checkModel(model);
  checkBenchmark('evaluate', benchmark);
  const given = table.read(options);
  refuseUnanswerable(benchmark, given);
  const scored = await ('score' in model
    ? scoreWithScorer(model, benchmark, given)
    : scoreWithEncoder(model, benchmark, given));
  if (scored.answers.length === 0 && !scored.retrieval) {
    throw new InputError(
      `evaluate: ${benchmark.name} asks nothing that a Scorer of images with texts can answer; pass an Encoder, or { retrieval: true }.`,
    );
  }
  const result = summariseAnswers(benchmark, scored.answers, scored.retrieval, given);
  const { trainingSeed } = given;
  return trainingSeed === undefined ? result : { ...result, trainingSeed };
}

function checkModel(model: unknown): void {
  const has = (name: string) =>
    typeof model === 'object' &&
    model !== null &&
    typeof (model as Record<string, unknown>)[name] === 'function';
  if (has('score') || (has('embedImages') && has('embedTexts'))) return;
  throw new InputError(
    `evaluate: model must be an Encoder { embedImages, embedTexts } or a Scorer { score }, got ${shown(model)}.`,
  );
}

/** Whether a model that looks can be asked anything. */
export function isAnswerable(
  { questions, retrieval }: Benchmark,
  options: Pick<EvaluateOptions, 'retrieval'> = {},
): boolean {
  return questions.length > 0 || (retrieval !== undefined && options.retrieval !== false);
}

/** @throws InputError where a benchmark has nothing to ask, and why */
export function refuseUnanswerable(
  benchmark: Benchmark,
  options: Pick<EvaluateOptions, 'retrieval'> = {},
): void {
  if (isAnswerable(benchmark, options)) return;
  const { name, coverage } = benchmark;
  const rows = Object.values(coverage ?? {}).reduce((sum, { total }) => sum + total, 0);
  throw new InputError(
    rows === 0
      ? `evaluate: ${name} asks nothing.`
      : `evaluate: no row of the ${rows} of ${name} can be scored, because their pictures were not found; say where they are with the option images (in a terminal: --images FOLDER).`,
  );
}

/** Accuracies, means and intervals of answers, as {@link evaluate} returns them. */
export function summariseAnswers(
  benchmark: Benchmark,
  answers: readonly Answer[],
  retrieval: RetrievalResult | undefined,
  { name = 'model', seed = 0 }: Pick<EvaluateOptions, 'name' | 'seed'>,
): Result {
  const kinds = accuracies(answers, seed);
  const asked = Object.keys(kinds);
  const wanted = Object.entries(benchmark.means ?? { mean: asked }).map(
    ([mean, of]) => [mean, of.filter((kind) => Object.hasOwn(kinds, kind))] as const,
  );
  const means = Object.fromEntries(
    wanted
      .filter(([, of]) => of.length > 0)
      .map(([mean, of]) => [mean, meanOfKinds(answers, kinds, of, seed)]),
  );
  const [headline] = Object.values(means);
  const first = headline ?? retrieval?.imageToText[1];
  return {
    benchmark: benchmark.name,
    model: name,
    kinds,
    mean: { value: first!.value, interval: first!.interval },
    ...(headline ? { means } : {}),
    chance: benchmark.chance,
    ...(benchmark.chances ? { chances: benchmark.chances } : {}),
    coverage: coverageOf(benchmark, kinds),
    bagOfWordsUpperBound: upperBoundOf(benchmark.questions),
    ...(retrieval ? { retrieval } : {}),
    answers,
  };
}

function accuracies(answers: readonly Answer[], seed: number): Record<string, Proportion> {
  const byKind = new Map<string, Answer[]>();
  for (const answer of answers) {
    const list = byKind.get(answer.kind);
    if (list) list.push(answer);
    else byKind.set(answer.kind, [answer]);
  }
  return Object.fromEntries(
    [...byKind].map(([kind, list]) => [
      kind,
      clusterProportion(
        list.map((answer) => ({ group: answer.group, correct: isCorrect(answer) })),
        { seed },
      ),
    ]),
  );
}

function meanOfKinds(
  answers: readonly Answer[],
  kinds: Readonly<Record<string, Proportion>>,
  of: readonly string[],
  seed: number,
): MeanOfKinds {
  const asked = answers.filter((answer) => of.includes(answer.kind));
  const groups = new Map<string, { sum: number; weight: number }>();
  for (const answer of asked) {
    const group = groups.get(answer.group) ?? { sum: 0, weight: 0 };
    const weight = 1 / kinds[answer.kind]!.total;
    group.weight += weight;
    if (isCorrect(answer)) group.sum += weight;
    groups.set(answer.group, group);
  }
  const rows = clusterProportion(
    asked.map((answer) => ({ group: answer.group, correct: isCorrect(answer) })),
    { seed },
  );
  return {
    kinds: of,
    value: of.reduce((sum, kind) => sum + kinds[kind]!.value, 0) / of.length,
    interval: meanInterval([...groups.values()], { seed }),
    rows: { value: rows.value, interval: rows.interval },
  };
}

function coverageOf(
  benchmark: Benchmark,
  kinds: Readonly<Record<string, Proportion>>,
): Record<string, Coverage> {
  const totals = new Map<string, Coverage>(Object.entries(benchmark.coverage ?? {}));
  for (const { kind } of benchmark.coverage ? [] : benchmark.questions) {
    totals.set(kind, { scored: 0, total: (totals.get(kind)?.total ?? 0) + 1 });
  }
  return Object.fromEntries(
    [...totals].map(([kind, coverage]) => [kind, { ...coverage, scored: ownEntry(kinds, kind)?.total ?? 0 }]),
  );
}
