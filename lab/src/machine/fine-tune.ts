import { budgetRecorder, gradientBudget } from '@slipform/cement-loss';
import { adamW, budgetObserver, type ClipModel, type Tokenizer, trainClip } from '@slipform/clip';
import type { SceneObject } from '@slipform/scenes';
import type { Measurement } from '../row';
import type { BudgetSpace, Run, Training } from '../run';
import { type BatchesOptions, sceneBatches } from './batches';
import { lossOf } from './loss-of';

/** How often loss and budget are taken over a run that does not say. */
const TIMES = 10;

export interface FineTuneOptions<Thing extends SceneObject<string>>
  extends Pick<BatchesOptions<Thing>, 'scenes' | 'paint' | 'detail' | 'seed'>,
    Pick<Run, 'loss' | 'layout'> {
  readonly model: ClipModel;
  readonly tokenizer: Tokenizer;
  readonly training: Training;
  /** For each scene its negatives; without them, captions alone. */
  readonly negatives?: NonNullable<BatchesOptions<Thing>['hard']>['negatives'];
  readonly onStep: (step: number) => void;
}

/**
 * Trains a model in place with a loss. What comes back: loss, logit scale and gradient budget now and then, and the time
 * that it took.
 */
export async function fineTune<Thing extends SceneObject<string>>(
  options: FineTuneOptions<Thing>,
): Promise<Measurement[]> {
  const { model, tokenizer, training, loss, layout, negatives, scenes, paint, detail, seed } = options;
  const { learningRate, warmupSteps, weightDecay, steps, batchSize } = training;
  const every = training.measureEvery ?? Math.max(1, Math.floor(steps / TIMES));
  const spaces: readonly BudgetSpace[] = training.budgets ?? ['similarity', 'embedding'];
  const recorders = { similarity: budgetRecorder(), embedding: budgetRecorder() };
  const measurements: Measurement[] = [];
  const optimizer = adamW({ learningRate, warmupSteps, weightDecay });
  if (loss.name === 'adaptive' && loss.control === 'fixedScale') {
    model.parameter('logit_scale').trainable = false;
  }
  const start = performance.now();
  const ask = lossOf({ loss, layout });
  try {
    await trainClip({
      model,
      optimizer,
      steps,
      data: sceneBatches({
        ...{ scenes, paint, detail, batchSize, seed },
        encode: encodeOnce(tokenizer),
        ...(negatives ? { hard: { negatives, loss, layout } } : {}),
      }),
      loss: ask,
      observe: [
        ...(negatives ? spaces : []).map((space) =>
          budgetObserver({
            name: space,
            every,
            recorder: recorders[space],
            budget: (batch, { logitScale }) =>
              gradientBudget(batch, { loss: () => ask(batch, { logitScale }), space }),
          }),
        ),
        ({ step, loss: value, logitScale }) => {
          if (step % every === 0 || step === 1) {
            measurements.push(
              { metric: 'loss', step, value },
              { metric: 'logit scale', step, value: logitScale },
            );
          }
          options.onStep(step);
        },
      ],
    });
  } finally {
    optimizer.dispose();
  }
  for (const space of spaces) {
    for (const { step, imageToText } of recorders[space].records) {
      for (const [kind, value] of Object.entries(imageToText)) {
        measurements.push({ metric: `${space} budget`, kind, step, value });
      }
    }
  }
  const seconds = (performance.now() - start) / 1000;
  return [...measurements, { metric: 'seconds', kind: 'training', value: seconds }];
}

/** Tokens of each text, made once. */
function encodeOnce(tokenizer: Tokenizer): (text: string) => number[] {
  const known = new Map<string, number[]>();
  return (text) => {
    const tokens = known.get(text) ?? tokenizer.encode(text);
    known.set(text, tokens);
    return tokens;
  };
}
