import {
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import type { ClipModel } from '../../model/clip-model';
import type { ObservedStep, Observer } from './observer';

/** Scores by name, in groups or not: `{ 'recall@1': 0.4 }`. */
export interface Scores {
  readonly [name: string]: number | null | Scores;
}

export interface EvaluatorOptions {
  /** Judges the model after a step. What it allocates it frees; it must leave the model's weights as they are. */
  readonly evaluate: (model: ClipModel, at: { readonly step: number }) => Scores | Promise<Scores>;
  /** Evaluate after each step whose number this divides, and after the last one. Default 500. */
  readonly every?: number;
  /** The field of the metrics. Default 'evaluation'. */
  readonly name?: string;
}

// A function, since a table at the top level would stay in every bundle.
const optionTable = () =>
  defineOptions('evaluator', {
    evaluate: callback<EvaluatorOptions['evaluate']>('a function of the model that returns scores'),
    every: optional(integer({ min: 1 }), 500),
    name: optional(text('a name'), 'evaluation'),
  } satisfies RowsFor<EvaluatorOptions>);

/**
 * An observer of {@link trainClip} that evaluates the model now and then: by retrieval on pictures that are kept out of
 * training, or by any benchmark. {@link metricsFile} writes the scores down.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * const encoder = createEncoder(model, tokenizer);
 * const retrieval = evaluator({ every: 1, evaluate: async () => ({ mean: (await evaluate(encoder, benchmark)).mean.value }) });
 * const observe = [retrieval, metricsFile({ to: 'metrics.jsonl' })];
 * const optimizer = adamW({ learningRate: 1e-3 });
 * await trainClip({ model, data, loss, optimizer, steps: 2, observe });
 */
export function evaluator(options: EvaluatorOptions): Observer {
  const { evaluate, every, name } = optionTable().read(options);
  return {
    name,
    every,
    last: true,
    measure: ({ model, step }: ObservedStep) => evaluate(model, { step }),
  };
}
