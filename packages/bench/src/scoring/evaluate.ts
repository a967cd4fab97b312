import { InputError } from '@slipform/kit/errors/input-error';
import {
  abortSignal,
  callback,
  defineOptions,
  flag,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { shown } from '@slipform/kit/text/printable';
import { seed } from '../checks/seed';
import type { Encoder, Scorer } from '../encoders/encoder';
import type { Benchmark } from '../questions/benchmark';
import { checkBenchmark } from '../questions/check-benchmark';
import { tasksOf } from '../questions/inputs';
import type { Result } from './result';
import { scoreWithEncoder } from './score-with-encoder';
import { scoreWithScorer } from './score-with-scorer';
import { summariseAnswers } from './summarise-answers';

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
  if (scored.answers.length === 0 && !scored.retrieval && !scored.galleries) {
    throw new InputError(
      `evaluate: ${benchmark.name} asks nothing that a Scorer of images with texts can answer; pass an Encoder, or { retrieval: true }.`,
    );
  }
  const result = summariseAnswers(benchmark, scored, given);
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
  benchmark: Benchmark,
  options: Pick<EvaluateOptions, 'retrieval'> = {},
): boolean {
  return benchmark.questions.length > 0 || (tasksOf(benchmark).length > 0 && options.retrieval !== false);
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
