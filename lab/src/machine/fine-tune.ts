import {
  adaptiveMargin,
  budgetRecorder,
  cementLoss,
  gradientBudget,
  infoNceLoss,
  keepClose,
  type LossTerm,
  negClipLoss,
  noMargin,
  ownNegatives,
  staticMargin,
  sumLosses,
} from '@slipform/cement-loss';
import { adamW, budgetObserver, type ClipModel, type TrainData, trainClip } from '@slipform/clip';
import type { Measurement } from '../row';
import type { BudgetSpace, Run, Training } from '../run';

/** How often loss and budget are taken over a run that does not say. */
const TIMES = 10;

export interface FineTuneOptions extends Pick<Run, 'loss' | 'layout'> {
  readonly model: ClipModel;
  /** What the model is kept close to, where `keep` says how much. */
  readonly teacher?: ClipModel | undefined;
  readonly keep?: number | undefined;
  readonly training: Training;
  readonly data: TrainData;
  /** Whether batches have hard captions; without them there is no budget to take. */
  readonly hasHard: boolean;
  readonly onStep: (step: number) => void;
}

/**
 * Trains a model in place with a loss. What comes back: loss, logit scale and gradient budget now and then, and the time
 * that it took.
 */
export async function fineTune(options: FineTuneOptions): Promise<Measurement[]> {
  const { model, teacher, training, loss, layout, keep, data, hasHard } = options;
  const { learningRate, warmupSteps, weightDecay, steps } = training;
  const every = training.measureEvery ?? Math.max(1, Math.floor(steps / TIMES));
  const spaces: readonly BudgetSpace[] = training.budgets ?? ['similarity', 'embedding'];
  const recorders = { similarity: budgetRecorder(), embedding: budgetRecorder() };
  const measurements: Measurement[] = [];
  const optimizer = adamW({ learningRate, warmupSteps, weightDecay });
  const start = performance.now();
  const ask = lossOf({ loss, layout });
  try {
    await trainClip({
      model,
      optimizer,
      steps,
      data,
      ...(teacher && { teacher }),
      loss: keep === undefined ? ask : sumLosses(ask, keepClose({ weight: keep })),
      observe: [
        ...(hasHard ? spaces : []).map((space) =>
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

/** The loss of a run, in its layout. */
function lossOf({ loss, layout }: Pick<Run, 'loss' | 'layout'>): LossTerm {
  switch (loss.name) {
    case 'infoNce':
      return (batch, options) => infoNceLoss(batch, options);
    case 'noMargin':
      // In the paired layout NegCLIP's loss has no name of its own: it is Cement without a margin.
      return layout === 'captions'
        ? (batch, options) => negClipLoss(batch, options)
        : (batch, options) => cementLoss(batch, { ...options, layout, margin: noMargin() });
    case 'ownNegatives': {
      const margin = staticMargin({ value: loss.value });
      return sumLosses(infoNceLoss, ownNegatives({ weight: loss.weight, margin }));
    }
    case 'static':
    case 'adaptive': {
      const margin =
        loss.name === 'static'
          ? staticMargin({ value: loss.value })
          : adaptiveMargin({ max: loss.max, min: loss.min ?? 0, scale: loss.scale });
      return (batch, options) => cementLoss(batch, { ...options, layout, margin });
    }
  }
}
