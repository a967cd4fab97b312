import { InputError } from '@slipform/kit/errors/input-error';
import {
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { quoted } from '@slipform/kit/text/printable';
import type { ClipModel } from '../../model/clip-model';
import type { ObservedStep, Observer } from './observer';

/** Scores by name, in groups or not: `{ 'recall@1': 0.4 }`. */
export interface Scores {
  readonly [name: string]: number | null | Scores;
}

/** A score that has fallen below nine tenths of what it was at the run's start. */
export interface ScoreFall {
  readonly name: string;
  readonly step: number;
  readonly before: number;
  readonly now: number;
}

export interface EvaluatorOptions {
  /** Judges the model after a step. What it allocates it frees; it must leave the model's weights as they are. */
  readonly evaluate: (model: ClipModel, at: { readonly step: number }) => Scores | Promise<Scores>;
  /** Evaluate after each step whose number this divides, and after the last one. Default 500. */
  readonly every?: number;
  /** The field of the metrics. Default 'evaluation'. */
  readonly name?: string;
  /**
   * A score to watch, such as the recall@10 on validation pictures: the start is evaluated too, and `onFall` is called where
   * the score has fallen by more than a tenth of what it was. In groups, with full stops: `'coco.recall@10'`. Default: none.
   */
  readonly watch?: string;
  /** Default: `console.warn` with a sentence. */
  readonly onFall?: (fall: ScoreFall) => void;
}

// A function, since a table at the top level would stay in every bundle.
const optionTable = () =>
  defineOptions('evaluator', {
    evaluate: callback<EvaluatorOptions['evaluate']>('a function of the model that returns scores'),
    every: optional(integer({ min: 1 }), 500),
    name: optional(text('a name'), 'evaluation'),
    watch: optional(text('the name of a score')),
    onFall: optional(callback<NonNullable<EvaluatorOptions['onFall']>>(), warn),
  } satisfies RowsFor<EvaluatorOptions>);

function warn({ name, step, before, now }: ScoreFall): void {
  console.warn(
    `trainClip: ${name} has fallen from ${before.toPrecision(3)} at the start to ${now.toPrecision(3)} at step ${step}; keepClose of @slipform/cement-loss keeps it, and interpolateWeights goes part of the way back.`,
  );
}

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
  const { evaluate, every, name, watch, onFall } = optionTable().read(options);
  const judge = async ({ model, step }: Pick<ObservedStep, 'model' | 'step'>) => {
    const scores = await evaluate(model, { step });
    return { scores, watched: watch === undefined ? undefined : scoreNamed(watch, scores) };
  };
  let model: ClipModel;
  let before: number | undefined;
  return {
    name,
    every,
    last: true,
    async measure(seen: ObservedStep) {
      const { scores, watched: now } = await judge(seen);
      if (watch !== undefined && now !== undefined && before !== undefined && now < 0.9 * before)
        onFall({ name: watch, step: seen.step, before, now });
      return scores;
    },
    ...(watch !== undefined && {
      open(run) {
        model = run.model;
      },
      async start(step, state) {
        before = typeof state === 'number' ? state : (await judge({ model, step })).watched;
      },
      state: () => before,
    }),
  };
}

function scoreNamed(name: string, scores: Scores): number {
  const found = flat(scores).find(([path]) => path === name)?.[1];
  if (typeof found === 'number') return found;
  const names = flat(scores).map(([path]) => path);
  throw new InputError(
    `evaluator: watch must name a score that evaluate returns (${names.join(', ')}), got ${quoted(name)}.`,
  );
}

function flat(scores: Scores, prefix = ''): [name: string, score: number | null][] {
  return Object.entries(scores).flatMap(([name, score]) =>
    typeof score === 'object' && score !== null
      ? flat(score, `${prefix}${name}.`)
      : [[`${prefix}${name}`, score]],
  );
}
