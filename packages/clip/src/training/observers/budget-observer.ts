import { shown } from '@slipform/kit/printable';
import { mean, Tensor } from '@tensorflow/tfjs-core';
import { InputError } from '../../input-error';
import { type FieldNames, refuseUnknownOptions } from '../../refuse-unknown-options';
import type { EmbeddedBatch } from '../train-batch';
import type { EmbeddedStep, Observer } from './observer';

export interface BudgetObserverOptions<Budget = unknown> {
  /**
   * Looks at the embeddings outside the tape, e.g. `gradientBudget` of @slipform/cement-loss as it is. Its result goes
   * into the metrics; tensors in it become their means and are freed.
   */
  readonly budget: (
    batch: EmbeddedBatch,
    options: { readonly logitScale: number },
  ) => Budget | Promise<Budget>;
  /** Measure the first step and then each one whose number this divides. Default 10. */
  readonly every?: number;
  /** Gets each budget and disposes of it, e.g. `budgetRecorder()` of @slipform/cement-loss. Default: none. */
  readonly recorder?: { readonly record: (step: number, budget: Budget) => void | Promise<void> };
  /** The field of the metrics and the first part of the tag in TensorBoard. Default 'budget'. */
  readonly name?: string;
}

const KNOWN: FieldNames<BudgetObserverOptions> = { budget: true, every: true, recorder: true, name: true };

/**
 * An observer of {@link trainClip} that measures the gradient budget now and then: how strongly the loss pulls pairs
 * together, and pushes hard and easy negatives away. {@link metricsFile} and {@link tensorBoard} write it down.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * import { gradientBudget } from '@slipform/cement-loss';
 * await trainClip({ …, observe: [budgetObserver({ budget: gradientBudget }), metricsFile({ to: 'metrics.jsonl' })] });
 */
export function budgetObserver<Budget>(options: BudgetObserverOptions<Budget>): Observer {
  refuseUnknownOptions<object>('budgetObserver', options, KNOWN);
  const { budget, every = 10, recorder, name = 'budget' } = options;
  if (typeof budget !== 'function') {
    throw new InputError(
      `budgetObserver: budget must be a function, such as gradientBudget of @slipform/cement-loss, got ${shown(budget)}.`,
    );
  }
  if (recorder !== undefined && typeof recorder?.record !== 'function') {
    throw new InputError(
      `budgetObserver: recorder must have record(step, budget), as budgetRecorder() of @slipform/cement-loss has, got ${shown(recorder)}.`,
    );
  }
  if (!Number.isInteger(every) || every < 1) {
    throw new InputError(`budgetObserver: every must be an integer from 1, got ${shown(every)}.`);
  }
  return {
    name,
    every,
    first: true,
    embeddings: true,
    async measure({ embeddings, logitScale, step }: EmbeddedStep) {
      const measured = await budget(embeddings, { logitScale });
      try {
        return await withoutTensors(measured);
      } finally {
        if (recorder === undefined) disposeAll(measured);
        else await recorder.record(step, measured);
      }
    },
  };
}

/** A result with each tensor in it replaced by the mean of its entries. */
async function withoutTensors(value: unknown): Promise<unknown> {
  if (value instanceof Tensor) {
    const average = mean(value);
    const [number] = await average.data();
    average.dispose();
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

function disposeAll(value: unknown): void {
  if (value instanceof Tensor) value.dispose();
  else if (typeof value === 'object' && value !== null)
    for (const entry of Object.values(value)) disposeAll(entry);
}
