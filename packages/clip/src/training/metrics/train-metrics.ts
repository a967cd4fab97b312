import { shown } from '@slipform/kit/printable';
import { dispose, mean, Tensor } from '@tensorflow/tfjs-core';
import { InputError } from '../../input-error';
import { type FieldNames, refuseUnknownOptions } from '../../refuse-unknown-options';
import type { EmbeddedBatch } from '../train-batch';
import type { EmbeddingGeometry } from './embedding-geometry';

/** One line of a run's metrics. All but `clock` is the same whenever the same run is made again. */
export interface TrainMetrics extends EmbeddingGeometry {
  /** Steps done, from 1. The other figures are those of this step's batch, before the update. */
  readonly step: number;
  readonly loss: number;
  readonly logitScale: number;
  readonly learningRate: number;
  /** Global norm of the gradients, before any clipping. */
  readonly gradientNorm: number;
  /** What `budget` returned, tensors as their means. */
  readonly budget?: unknown;
  /** Wall-clock figures, of this process: steps per second lately, and seconds since its first step began. */
  readonly clock: { readonly stepsPerSecond: number; readonly seconds: number };
}

export interface MetricsOptions {
  /** A file for JSON lines (Node), or a function that is called with each. */
  readonly to: string | ((metrics: TrainMetrics) => void | Promise<void>);
  /** Measure the first step and then each one whose number this divides. Default 10. */
  readonly every?: number;
  /**
   * Looks at the embeddings outside the tape, e.g. `gradientBudget` of @slipform/cement-loss as it is. Its
   * result goes into the metrics; tensors in it become their means and are freed.
   */
  readonly budget?: (batch: EmbeddedBatch, options: { readonly logitScale: number }) => unknown;
}

const known: FieldNames<MetricsOptions> = { to: true, every: true, budget: true };

/** Throws an InputError for an unknown option, or one out of its range. */
export function checkMetricsOptions(options: MetricsOptions): void {
  refuseUnknownOptions('trainClip: metrics', options, known);
  const { to, every = 10, budget } = options;
  if (typeof to !== 'function' && (typeof to !== 'string' || to === '')) {
    throw new InputError(`trainClip: metrics.to must be the path of a file or a function, got ${shown(to)}.`);
  }
  if (!Number.isInteger(every) || every < 1) {
    throw new InputError(`trainClip: metrics.every must be an integer from 1, got ${every}.`);
  }
  if (budget !== undefined && typeof budget !== 'function') {
    throw new InputError(`trainClip: metrics.budget must be a function, got ${shown(budget)}.`);
  }
}

/** A result with each tensor in it replaced by the mean of its entries; the tensors are freed. */
export async function withoutTensors(value: unknown): Promise<unknown> {
  if (value instanceof Tensor) {
    const average = mean(value);
    const [number] = await average.data();
    dispose([average, value]);
    return number;
  }
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    for (const entry of value) entries.push(await withoutTensors(entry));
    return entries;
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields: [string, unknown][] = [];
  for (const [name, field] of Object.entries(value)) fields.push([name, await withoutTensors(field)]);
  return Object.fromEntries(fields);
}
