import { gradientBudget } from '@slipform/cement-loss';
import {
  adamW,
  budgetObserver,
  type CheckpointObserver,
  type ClipEncoder,
  type ClipModel,
  createClip,
  createEncoder,
  type Preprocessing,
  trainClip,
  trainTokenizer,
  type WordTokenizer,
} from '@slipform/clip';
import type { TrainingTable } from '../data/training-table';
import { type Pictures, trainingBatches } from './batches';
import { type History, hardShare, isHistory, newHistory } from './history';
import { judge } from './judge';
import { type ArmName, lossOf } from './losses';
import type { Settings } from './settings';

const tower = { width: 64, layers: 1, heads: 4, activation: 'gelu_new' } as const;

/** Paper is 0, as what lies outside of a drawing is for a convolution, and ink −2.5: a deviation of about 1. */
function preprocessingOf(size: number): Preprocessing {
  return { size, mean: [1, 1, 1], deviation: [0.4, 0.4, 0.4] };
}

/** A token for each word of the names to train on, those of the questions among them. */
function tokenizerOf({ icons, partners }: Pick<TrainingTable, 'icons' | 'partners'>): WordTokenizer {
  return trainTokenizer(icons.slice(0, partners.length).map(([, , caption]) => caption));
}

/** A model that two minutes can teach something: convolutions, one layer over nine cells, and one over the words. */
function smallClip(imageSize: number, tokenizer: WordTokenizer, seed: number): ClipModel {
  const { vocabularySize, contextLength, startToken, endToken } = tokenizer;
  return createClip(
    {
      embeddingSize: 64,
      image: { ...tower, imageSize, stem: [16, 32, 64], patchSize: 8 },
      text: { ...tower, vocabularySize, contextLength, startToken, endToken },
    },
    { seed },
  );
}

export interface TrainArmOptions {
  readonly arm: ArmName;
  readonly settings: Settings;
  readonly table: TrainingTable;
  readonly pictures: Pictures;
  readonly signal: AbortSignal;
  /** Keeps the run; with `resume` it goes on from there. */
  readonly checkpoint: CheckpointObserver;
  readonly resume: boolean;
  /** Called with the history after each step, and with its rate; the same object grows. */
  readonly onStep: (history: History, stepsPerSecond: number) => void;
}

const name = 'history';

/** An encoder from random weights, which the seed fixes. */
export function newEncoder(table: TrainingTable, seed: number): ClipEncoder {
  const tokenizer = tokenizerOf(table);
  const preprocessing = preprocessingOf(table.size);
  return createEncoder(smallClip(table.size, tokenizer, seed), tokenizer, { preprocessing });
}

/**
 * Trains one of the three: same start, same batches, its own loss. Frees all that it made; what it has learned is in the checkpoint.
 *
 * @returns whether it came to its end
 */
export async function trainArm(options: TrainArmOptions): Promise<boolean> {
  const { arm, settings, table, pictures, signal, checkpoint, resume, onStep } = options;
  const { steps, batch: batchSize, margin, seed } = settings;
  const encoder = newEncoder(table, seed);
  const optimizer = adamW({
    learningRate: 2e-3,
    warmupSteps: Math.min(20, Math.floor(steps / 10)),
    weightDecay: 0.1,
    clipNorm: 1,
  });
  let history = newHistory();
  const loss = lossOf(arm, margin);
  const ask = async (step: number) => {
    try {
      history.judged.push([step, await judge(encoder, table, pictures, signal)]);
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
        ...{ pictures, icons: table.icons, partners: table.partners, batchSize, seed },
        encode: (text) => encoder.tokenizer.encode(text),
      }),
      observe: [
        budgetObserver({
          every: every(60),
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
            if (view.step % every(12, 10) === 0 || view.step === steps) await ask(view.step);
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
