import { gradientBudget } from '@slipform/cement-loss';
import { adamW, budgetObserver, type CheckpointObserver, loadEncoder, trainClip } from '@slipform/clip';
import type { PairData } from '../../../pairs/load-pairs';
import { trainingBatches } from './batches';
import { type History, hardShare, isHistory, newHistory } from './history';
import { judge } from './judge';
import { type ArmName, hardOf, lossOf } from './losses';
import type { Settings } from './settings';

export interface TrainArmOptions {
  readonly arm: ArmName;
  readonly settings: Settings;
  readonly data: PairData;
  readonly signal: AbortSignal;
  /** Keeps the run; with `resume` it goes on from there. */
  readonly checkpoint: CheckpointObserver;
  readonly resume: boolean;
  /** Called with the history after each step, and with its rate; the same object grows. */
  readonly onStep: (history: History, stepsPerSecond: number) => void;
}

const name = 'history';

/**
 * Trains one of the three on from the committed model: same start, same order of captions, its own loss. Frees all that it made; what
 * it has learned is in the checkpoint.
 *
 * @returns whether it came to its end
 */
export async function trainArm(options: TrainArmOptions): Promise<boolean> {
  const { arm, settings, data, signal, checkpoint, resume, onStep } = options;
  const { steps, batch: batchSize, margin, seed } = settings;
  const encoder = await loadEncoder(data.model);
  const optimizer = adamW({
    learningRate: 5e-4,
    warmupSteps: Math.min(8, Math.floor(steps / 10)),
    weightDecay: 0.1,
  });
  let history = newHistory();
  const loss = lossOf(arm, margin);
  const ask = async (step: number) => {
    try {
      history.judged.push([step, await judge(encoder, data, signal)]);
    } catch (error) {
      // Who pauses does not wait for answers.
      if (!signal.aborted) throw error;
    }
  };
  const every = (times: number, least = 1) => Math.max(least, Math.ceil(steps / times));
  try {
    const { steps: made } = await trainClip({
      ...{ model: encoder.model, optimizer, steps, resume, overwrite: true, signal },
      loss,
      data: trainingBatches({
        ...{ table: data.table, greys: data.greys, batchSize, seed, hard: hardOf[arm] },
        encode: (text) => encoder.tokenizer.encode(text),
      }),
      observe: [
        budgetObserver({
          every: every(20),
          budget: (batch, { logitScale }) =>
            gradientBudget(batch, { loss: () => loss(batch, { logitScale }) }),
        }),
        {
          name,
          async start(step, kept) {
            history = isHistory(kept) ? kept : newHistory();
            if (step === 0) await ask(0);
          },
          async step(view) {
            history.losses.push(view.loss);
            const share = hardShare(view.measured.budget);
            if (share !== undefined) history.shares.push([view.step, share]);
            if (view.step % every(5, 10) === 0 || view.step === steps) await ask(view.step);
            onStep(history, view.stepsPerSecond);
          },
          state: () => history,
        },
        checkpoint,
      ],
    });
    return made === steps;
  } finally {
    optimizer.dispose();
    encoder.dispose();
  }
}
