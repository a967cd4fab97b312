import { budgetRecorder, gradientBudget } from '@slipform/cement-loss';
import { adamW, createEncoder, loadClip, loadTokenizer, trainClip } from '@slipform/clip';
import { OBJECT_NAMES } from '../../scenes/objects';
import { trainingScenes } from '../training-scenes';
import type { Cell, Measurement } from './cell';
import { cellBatches } from './cell-batches';
import { mineCellNegatives } from './cell-negatives';
import { judge } from './judge';
import { lossOf, marginOf } from './loss-of';
import { pretrain } from './pretrained';

/** How often a budget is taken over a run. */
const BUDGETS = 10;

/** Pretrains the cell's model unless another cell has, fine-tunes it with the cell's loss, and judges it. */
export async function trainCell(
  cell: Cell,
  work: string,
  report: (phase: string, share: number) => void,
): Promise<Measurement[]> {
  const { pretraining, finetuning, loss, layout, seed } = cell;
  const { detail } = pretraining;
  const folder = await pretrain(work, pretraining, seed, (step) =>
    report('pretraining', step / pretraining.steps),
  );
  const model = await loadClip(folder);
  const tokenizer = await loadTokenizer(folder);
  const measurements: Measurement[] = [];
  const start = performance.now();
  try {
    const scenes = trainingScenes(finetuning.captions, seed, { detail, objects: OBJECT_NAMES });
    const known = new Map<string, number[]>();
    const encode = (text: string) => {
      const found = known.get(text) ?? tokenizer.encode(text);
      known.set(text, found);
      return found;
    };
    report('mining', 0);
    const withHard = loss.name !== 'infoNce';
    const negatives = withHard
      ? mineCellNegatives(scenes, cell.negatives, { seed, drawn: layout === 'paired' })
      : [];
    const optimizer = adamW({
      learningRate: finetuning.learningRate,
      warmupSteps: finetuning.warmupSteps,
      weightDecay: finetuning.weightDecay,
    });
    const recorder = budgetRecorder();
    const every = Math.max(1, Math.floor(finetuning.steps / BUDGETS));
    const fixed = loss.name === 'adaptive' && loss.control === 'fixedScale';
    if (fixed) model.parameter('logit_scale').trainable = false;
    await trainClip({
      model,
      optimizer,
      steps: finetuning.steps,
      data: cellBatches({
        scenes,
        detail,
        batchSize: finetuning.batchSize,
        seed,
        encode,
        ...(withHard ? { hard: { negatives, loss, layout } } : {}),
      }),
      loss: lossOf(cell),
      inspectEvery: every,
      ...(withHard
        ? {
            inspect: (batch, { step, logitScale }) =>
              recorder.record(step, gradientBudget(batch, { margin: marginOf(loss), layout, logitScale })),
          }
        : {}),
      onStep: ({ step, loss: value }) => {
        if (step % every === 0) measurements.push({ metric: 'loss', of: `step ${step}`, value });
        report('training', step / finetuning.steps);
      },
    });
    optimizer.dispose();
    for (const { step, imageToText } of recorder.records) {
      for (const [part, value] of Object.entries(imageToText)) {
        measurements.push({ metric: `budget ${part}`, of: `step ${step}`, value });
      }
    }
    measurements.push({ metric: 'seconds', of: 'training', value: (performance.now() - start) / 1000 });
    const encoder = createEncoder(model, tokenizer);
    measurements.push(...(await judge(encoder, detail, cell.judging, (share) => report('judging', share))));
    return measurements;
  } finally {
    model.dispose();
  }
}
