import type { GradientBudget } from '@slipform/cement-loss';
import type { EmbeddedBatch } from '@slipform/clip';
import { dispose } from '@tensorflow/tfjs-core';
import type { Measurement } from '../row';
import { BANDS, bandOf } from '../statistics/bands';
import { isNumbers } from './is-numbers';

/** What a band recorder keeps of a step's budget. */
interface BandedBudget {
  readonly concreteness: readonly number[];
  readonly valid: readonly number[];
  readonly budget: GradientBudget;
}

/**
 * The push of hard and of easy negatives on the rows of images, by band of the changed word's concreteness: metric `band
 * budget`, kind `below 3: hard`. Only batches whose concreteness is that of the words themselves can be read so.
 */
export function bandRecorder() {
  const measurements: Measurement[] = [];
  return {
    measurements,
    /** A budget with what is needed to cut it into bands. */
    of(batch: EmbeddedBatch, budget: GradientBudget): BandedBudget {
      const { concreteness, valid } = batch;
      if (!isNumbers(concreteness) || !isNumbers(valid)) {
        throw new Error('unreachable: batches of icons say how concrete each changed word is');
      }
      return { concreteness, valid, budget };
    },
    async record(step: number, { concreteness, valid, budget }: BandedBudget): Promise<void> {
      const { hard, easy } = budget.imageToText;
      const parts = { hard: await hard.data(), easy: await easy.data() };
      dispose(budget);
      for (const band of BANDS) {
        const rows = [...concreteness.keys()].filter(
          (row) => valid[row] === 1 && bandOf(concreteness[row]!) === band,
        );
        if (rows.length === 0) continue;
        for (const [part, values] of Object.entries(parts)) {
          // The paired layout has a second half of rows, those of the hard captions.
          const halves = values.length / concreteness.length;
          let sum = 0;
          for (let half = 0; half < halves; half++) {
            for (const row of rows) sum += values[half * concreteness.length + row]!;
          }
          const kind = `${band}: ${part}`;
          measurements.push({ metric: 'band budget', kind, step, value: sum / (rows.length * halves) });
        }
      }
    },
  };
}
