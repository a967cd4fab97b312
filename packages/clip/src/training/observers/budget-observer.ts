import {
  callback,
  defineOptions,
  integer,
  optional,
  type RowsFor,
  rule,
  text,
} from '@slipform/kit/options/options';
import { mean, Tensor } from '@tensorflow/tfjs-core';
import type { EmbeddedBatch } from '../../gradients/train-batch';
import type { ObservedStep, Observer } from './observer';

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
  /** The field of the metrics. Default 'budget'. */
  readonly name?: string;
}

type Budgets = BudgetObserverOptions<unknown>;

// A function, since a table at the top level would stay in every bundle.
const optionTable = () =>
  defineOptions('budgetObserver', {
    budget: callback<Budgets['budget']>('a function, such as gradientBudget of @slipform/cement-loss'),
    every: optional(integer({ min: 1 }), 10),
    recorder: optional(
      rule<NonNullable<Budgets['recorder']>>(
        'an object with record(step, budget), such as budgetRecorder() of @slipform/cement-loss',
        (value) =>
          typeof value === 'object' &&
          value !== null &&
          'record' in value &&
          typeof value.record === 'function',
      ),
    ),
    name: optional(text('a name'), 'budget'),
  } satisfies RowsFor<Budgets>);

/**
 * An observer of {@link trainClip} that measures the gradient budget now and then: how strongly the loss pulls pairs
 * together, and pushes hard and easy negatives away. {@link metricsFile} writes it down.
 *
 * @throws {InputError} for an unknown option, or one out of its range
 * @example
 * import { gradientBudget } from '@slipform/cement-loss';
 * const observe = [budgetObserver({ budget: gradientBudget }), metricsFile({ to: 'budget.jsonl' })];
 * const optimizer = adamW({ learningRate: 1e-3 });
 * await trainClip({ model, data, loss, optimizer, steps: 2, observe });
 */
export function budgetObserver<Budget>(options: BudgetObserverOptions<Budget>): Observer {
  const { budget, every, recorder, name } = optionTable().read(options);
  return {
    name,
    every,
    first: true,
    embeddings: true,
    async measure({ embeddings, logitScale, step }: ObservedStep) {
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
