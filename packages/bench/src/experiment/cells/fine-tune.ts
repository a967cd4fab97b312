import { budgetRecorder, gradientBudget } from '@slipform/cement-loss';
import { adamW, budgetObserver, type ClipModel, type Tokenizer, trainClip } from '@slipform/clip';
import type { SceneObject } from '@slipform/scenes';
import type { Finetuning, LossSpec, Measurement, SceneCell } from './cell';
import { type CellBatchesOptions, cellBatches } from './cell-batches';
import { lossOf } from './loss-of';

/** How often a budget is taken over a run. */
const BUDGETS = 10;

export interface FineTuneOptions<Thing extends SceneObject<string>>
  extends Pick<CellBatchesOptions<Thing>, 'scenes' | 'paint' | 'detail' | 'seed'> {
  readonly model: ClipModel;
  readonly tokenizer: Tokenizer;
  readonly finetuning: Finetuning;
  readonly loss: LossSpec;
  readonly layout: SceneCell['layout'];
  /** For each scene its negatives; without them, captions alone. */
  readonly negatives?: NonNullable<CellBatchesOptions<Thing>['hard']>['negatives'];
  readonly onStep: (step: number) => void;
}

/**
 * Trains a model in place with a loss; what comes back is the loss, and the gradient budget in logits and in embeddings,
 * ten times over the run.
 */
export async function fineTune<Thing extends SceneObject<string>>(
  options: FineTuneOptions<Thing>,
): Promise<Measurement[]> {
  const { model, tokenizer, finetuning, loss, layout, negatives, scenes, paint, detail, seed } = options;
  const { learningRate, warmupSteps, weightDecay, steps, batchSize } = finetuning;
  const measurements: Measurement[] = [];
  const spaces = { similarity: budgetRecorder(), embedding: budgetRecorder() };
  const every = Math.max(1, Math.floor(steps / BUDGETS));
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
      data: cellBatches({
        scenes,
        paint,
        detail,
        batchSize,
        seed,
        encode: encodeOnce(tokenizer),
        ...(negatives ? { hard: { negatives, loss, layout } } : {}),
      }),
      loss: ask,
      observe: [
        ...(negatives ? (['similarity', 'embedding'] as const) : []).map((space) =>
          budgetObserver({
            name: space,
            every,
            recorder: spaces[space],
            budget: (batch, { logitScale }) =>
              gradientBudget(batch, { loss: () => ask(batch, { logitScale }), space }),
          }),
        ),
        ({ step, loss: value }) => {
          if (step % every === 0) measurements.push({ metric: 'loss', of: `step ${step}`, value });
          options.onStep(step);
        },
      ],
    });
  } finally {
    optimizer.dispose();
  }
  for (const [space, { records }] of Object.entries(spaces)) {
    for (const { step, imageToText } of records) {
      for (const [part, value] of Object.entries(imageToText)) {
        measurements.push({ metric: `${space} budget ${part}`, of: `step ${step}`, value });
      }
    }
  }
  measurements.push({ metric: 'seconds', of: 'training', value: (performance.now() - start) / 1000 });
  return measurements;
}

/** Tokens of each text, made once. */
function encodeOnce(tokenizer: Tokenizer): (text: string) => number[] {
  const known = new Map<string, number[]>();
  return (text) => {
    const found = known.get(text) ?? tokenizer.encode(text);
    known.set(text, found);
    return found;
  };
}
