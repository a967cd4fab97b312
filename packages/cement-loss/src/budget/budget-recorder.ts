import { mean, stack, type Tensor, type Tensor1D, tidy } from '@tensorflow/tfjs-core';
import { isTensor, reading, refuse } from '../options/refuse';
import type { GradientBudget } from './gradient-budget';

/** The means over rows of a budget, as numbers. */
export interface BudgetMeans {
  readonly pull: number;
  readonly hard: number;
  readonly easy: number;
}

export interface BudgetRecord {
  readonly step: number;
  readonly imageToText: BudgetMeans;
  readonly textToImage: BudgetMeans;
}

export interface BudgetRecorder {
  /** Takes the means of a budget's rows, to be read when the device has them, and disposes the budget. */
  readonly record: (step: number, budget: GradientBudget) => Promise<void>;
  /** What was recorded so far, by step: three curves for each direction. */
  readonly records: readonly BudgetRecord[];
}

/**
 * Keeps the gradient budget of a training run: pull, hard and easy over the steps.
 *
 * ```js
 * const recorder = budgetRecorder();
 * if (step % 10 === 0) await recorder.record(step, gradientBudget(batch, { loss }));
 * ```
 */
export function budgetRecorder(): BudgetRecorder {
  const records: BudgetRecord[] = [];
  return {
    records,
    record: async (step, budget) => {
      const op = 'budgetRecorder';
      if (!Number.isFinite(step)) refuse(op, 'step', 'be a finite number, before the budget', step);
      const parts = reading(op, 'budget', () =>
        [budget?.imageToText, budget?.textToImage].flatMap(
          (side): Array<Tensor | undefined> => [side?.pull, side?.hard, side?.easy],
        ),
      ).map((part) => {
        if (isTensor(part) && !part.isDisposed && part.dtype === 'float32') return part;
        return refuse(op, 'budget', 'be what gradientBudget returns', part ?? budget);
      });
      const means = tidy(() => stack(parts.map((part) => mean(part))) as Tensor1D);
      for (const part of parts) part.dispose();
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = await means.data();
      means.dispose();
      const record = {
        step,
        imageToText: { pull: a, hard: b, easy: c },
        textToImage: { pull: d, hard: e, easy: f },
      };
      // Records of a webgpu run may come in any order.
      const place = records.findLastIndex((other) => other.step <= step) + 1;
      records.splice(place, 0, record);
    },
  };
}
