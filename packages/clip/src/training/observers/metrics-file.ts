import { shown } from '@slipform/kit/printable';
import { InputError } from '../../input-error';
import { type FieldNames, refuseUnknownOptions } from '../../refuse-unknown-options';
import { type EmbeddingGeometry, embeddingGeometry } from './embedding-geometry';
import { MetricsLines } from './metrics-lines';
import type { EmbeddedStep, Observer } from './observer';

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

const KNOWN: FieldNames<MetricsFileOptions> = { to: true, every: true };

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
  refuseUnknownOptions('metricsFile', options, KNOWN);
  const { to, every = 10 } = options;
  if (typeof to !== 'function' && (typeof to !== 'string' || to === '')) {
    throw new InputError(`metricsFile: to must be the path of a file or a function, got ${shown(to)}.`);
  }
  if (!Number.isInteger(every) || every < 1) {
    throw new InputError(`metricsFile: every must be an integer from 1, got ${shown(every)}.`);
  }
  const lines = typeof to === 'string' ? new MetricsLines(to) : undefined;
  const write = typeof to === 'string' ? (metrics: TrainMetrics) => lines!.append(metrics) : to;
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
    async step(seen: EmbeddedStep) {
      const { step, loss, logitScale, learningRate, gradientNorm, embeddings, measured, stepsPerSecond } =
        seen;
      const geometry = await embeddingGeometry(embeddings.images, embeddings.captions);
      const clock = { stepsPerSecond, seconds: (performance.now() - begun) / 1000 };
      await write({ step, loss, logitScale, learningRate, gradientNorm, ...geometry, ...measured, clock });
    },
    finish: () => lines?.close(),
  };
}
