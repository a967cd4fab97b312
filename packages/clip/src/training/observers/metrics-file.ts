import {
  anyOf,
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  text,
} from '@slipform/kit/options/options';
import { type EmbeddingGeometry, embeddingGeometry } from './embedding-geometry';
import { metricsFormat } from './metrics-format';
import type { ObservedStep, Observer } from './observer';
import { StepLog } from './step-log';

/** One line of a run's metrics. All but `clock` is the same whenever the same run is made again. */
export interface TrainMetrics extends EmbeddingGeometry {
  /** Steps done, from 1. The other figures are those of this step's batch, before the update. */
  readonly step: number;
  readonly loss: number;
  readonly logitScale: number;
  readonly learningRate: number;
  /** Global norm of the gradients, before any clipping. */
  readonly gradientNorm: number;
  /** Wall-clock figures, of this process: steps per second lately, and seconds since its first step began. */
  readonly clock: { readonly stepsPerSecond: number; readonly seconds: number };
  /** What other observers measured at this step, by their names, e.g. `budget`. */
  readonly [name: string]: unknown;
}

export interface MetricsFileOptions {
  /** A file for JSON lines (Node), or a function that is called with each. */
  readonly to: string | ((metrics: TrainMetrics) => void | Promise<void>);
  /** Write a line for the first step and then for each one whose number this divides. Default 10. */
  readonly every?: number;
}

const OPTIONS = defineOptions('metricsFile', {
  to: anyOf(
    text('the path of a file', '<file>'),
    callback<(metrics: TrainMetrics) => void | Promise<void>>(),
  ),
  every: optional(integer({ min: 1 }), 10),
} satisfies RowsFor<MetricsFileOptions>);

/** What {@link metricsFile} returns. */
export type MetricsFileObserver = Observer & { readonly metrics: MetricsFileOptions };

/**
 * An observer of {@link trainClip} that writes a line of metrics now and then, and at each step at which another
 * observer measured something. A resumed run cuts the file back to the step of its checkpoint; a new one takes the
 * place of a file only with `overwrite`.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * await trainClip({ …, observe: [metricsFile({ to: 'run/metrics.jsonl', every: 10 })] });
 */
export function metricsFile(options: MetricsFileOptions): MetricsFileObserver {
  const { to, every } = OPTIONS.read(options);
  const lines = typeof to === 'string' ? new StepLog(to, metricsFormat) : undefined;
  const write =
    typeof to === 'string' ? (line: TrainMetrics) => lines!.append(`${JSON.stringify(line)}\n`) : to;
  let begun = 0;
  let resume = false;
  return {
    metrics: options,
    every,
    first: true,
    whenMeasured: true,
    embeddings: true,
    async open(run) {
      begun = performance.now();
      resume = run.resume;
      await lines?.open();
      if (!resume) await lines?.checkNew(run.overwrite);
    },
    start: (step) => (resume ? lines?.cutBack(step) : lines?.startNew()),
    async step(seen: ObservedStep) {
      const { step, loss, logitScale, learningRate, gradientNorm, embeddings, measured, stepsPerSecond } =
        seen;
      const geometry = await embeddingGeometry(embeddings.images, embeddings.captions);
      const clock = { stepsPerSecond, seconds: (performance.now() - begun) / 1000 };
      await write({ step, loss, logitScale, learningRate, gradientNorm, ...geometry, ...measured, clock });
    },
    finish: () => lines?.close(),
  };
}
