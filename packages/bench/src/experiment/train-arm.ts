import {
  adaptiveMargin,
  budgetRecorder,
  cementLoss,
  gradientBudget,
  infoNceLoss,
  negClipLoss,
  noMargin,
} from '@slipform/cement-loss';
import { adamW, budgetObserver, trainClip } from '@slipform/clip';
import { scenes } from '@slipform/scenes';
import { openModel } from '../encoders/open-model';
import type { TrainingPoint } from '../report/record';
import { evaluate } from '../scoring/evaluate';
import { type ArmJob, type ArmLoss, type ArmOutcome, type ArmProgress, JUDGING_PARTS } from './arm';
import { DEMO_OBJECTS } from './demo-objects';
import { sceneTrainData } from './scene-train-data';
import { trainingScenes } from './training-scenes';

type Loss = Parameters<typeof trainClip>[0]['loss'];

/**
 * Fine-tunes one arm from the checkpoint and judges it on scenes of held-out pairs, in every style. All arms with
 * one seed see the same batches, hard negatives drawn included; they differ in the loss alone.
 */
export async function trainArm(job: ArmJob, report: (progress: ArmProgress) => void): Promise<ArmOutcome> {
  const { model, tokenizer, encoder } = await openModel(job.checkpoint);
  const points: TrainingPoint[] = [];
  const start = performance.now();
  try {
    if (job.loss !== 'none' && job.steps > 0) {
      const recorder = budgetRecorder();
      const optimizer = adamW({
        learningRate: job.learningRate,
        warmupSteps: job.warmupSteps,
        weightDecay: job.weightDecay,
      });
      await trainClip({
        model,
        optimizer,
        steps: job.steps,
        data: sceneTrainData({
          scenes: trainingScenes(job.captions, job.seed, { objects: DEMO_OBJECTS }),
          negatives: job.negatives,
          withNegatives: job.loss !== 'infoNce',
          batchSize: job.batchSize,
          seed: job.seed,
          tokenizer,
        }),
        loss: lossOf(job),
        observe: [
          budgetObserver({
            budget: (batch, { logitScale }) => gradientBudget(batch, { margin: marginOf(job), logitScale }),
            every: job.budgetEvery,
            recorder,
          }),
          ({ step, loss, logitScale }) => {
            const budget = recorder.records.findLast((record) => record.step === step)?.imageToText;
            points.push({ step, loss, logitScale, ...(budget ? { budget } : {}) });
            report({ done: step, phase: 'training' });
          },
        ],
      });
      optimizer.dispose();
    }
    const seconds = (performance.now() - start) / 1000;
    const results = [];
    for (const [index, style] of job.styles.entries()) {
      const benchmark = scenes({ style, count: job.testCount, seed: job.testSeed, objects: DEMO_OBJECTS });
      const result = await evaluate(encoder, benchmark, {
        name: job.model,
        seed: job.seed,
        onProgress: (done) =>
          report({ done: job.steps + Math.round((index + done) * JUDGING_PARTS), phase: 'judging' }),
      });
      results.push(job.loss === 'none' ? result : { ...result, trainingSeed: job.seed });
    }
    return {
      results,
      ...(points.length > 0 ? { run: { model: job.model, seed: job.seed, seconds, points } } : {}),
    };
  } finally {
    model.dispose();
  }
}

function marginOf({ loss, marginMax }: { loss: ArmLoss; marginMax: number }) {
  return loss === 'cement' ? adaptiveMargin({ max: marginMax }) : noMargin();
}

function lossOf(job: ArmJob): Loss {
  if (job.loss === 'infoNce') return (batch, options) => infoNceLoss(batch, options);
  if (job.loss === 'noMargin') return (batch, options) => negClipLoss(batch, options);
  const margin = marginOf(job);
  return (batch, options) => cementLoss(batch, { ...options, margin });
}
