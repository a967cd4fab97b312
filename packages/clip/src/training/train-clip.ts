import { InputError } from '../input-error';
import { cachedGradients } from './cached-gradients';
import { Checkpoints } from './checkpoint/checkpoints';
import { gradientNorm } from './gradient-norm';
import { MetricsRecorder } from './metrics/metrics-recorder';
import type { Optimizer } from './optimizer';
import { StepClock } from './step-clock';
import { directGradients, type StepGradients } from './step-gradients';
import type { TrainBatch } from './train-batch';
import { batchesFrom } from './train-data';
import { checkTrainOptions, type TrainOptions, type TrainResult } from './train-options';
import { setTrainable } from './trainable';

/**
 * Trains a model with any loss: embeds each batch, asks the loss, updates the parameters, clamps the logit
 * scale at 100, and reports. The same model, data and backend give the same weights bit for bit, also where a
 * run was killed and resumed from its last checkpoint, and where it was not.
 *
 * A loss or a gradient that is not finite stops the run with an error that names the step and the last good
 * checkpoint, before it reaches the weights. Leaks no tensor; the model and the optimiser's state stay the
 * caller's.
 */
export async function trainClip(options: TrainOptions): Promise<TrainResult> {
  checkTrainOptions(options);
  const { model, steps, signal } = options;
  if (signal?.aborted || steps === 0) {
    return { steps: 0, loss: Number.NaN, aborted: signal?.aborted ?? false };
  }
  const restoreTrainable = setTrainable(model, options.trainable);
  try {
    return await run(options);
  } finally {
    restoreTrainable();
  }
}

async function run(options: TrainOptions): Promise<TrainResult> {
  const metrics = options.metrics === undefined ? undefined : new MetricsRecorder(options.metrics);
  const { checkpoint } = options;
  const checkpoints =
    checkpoint === undefined
      ? undefined
      : new Checkpoints(checkpoint, { ...options, identity: identityOf(options) });
  try {
    // Two runs in one folder or file would take each other's steps.
    await checkpoints?.open();
    await metrics?.open();
    return await takeSteps(options, checkpoints, metrics);
  } finally {
    await metrics?.close();
    await checkpoints?.close();
  }
}

async function takeSteps(
  options: TrainOptions,
  checkpoints: Checkpoints | undefined,
  metrics: MetricsRecorder | undefined,
): Promise<TrainResult> {
  const { model, optimizer, steps, signal, onStep, inspect, inspectEvery = 100 } = options;
  let { step, loss } = await begin(options, checkpoints, metrics);
  const clock = new StepClock();

  if (step < steps) {
    for await (const batch of batchesFrom(options.data, step, steps)) {
      const inspecting = inspect !== undefined && (step === 0 || (step + 1) % inspectEvery === 0);
      const measuring = metrics?.isDue(step + 1) ?? false;
      const gradients = differentiate(options, batch, inspecting || measuring);
      try {
        const [lossValues, scaleValues, norm] = await Promise.all([
          gradients.loss.data(),
          gradients.logitScale.data(),
          gradientNorm(gradients.gradients),
        ]);
        loss = lossValues[0]!;
        const logitScale = scaleValues[0]!;
        checkFinite('loss', loss, step + 1, checkpoints);
        checkFinite('gradient', norm, step + 1, checkpoints);
        const { embeddings } = gradients;
        const measured = measuring ? await metrics!.measure(embeddings!, logitScale) : undefined;
        if (inspecting) await inspect(embeddings!, { step: step + 1, logitScale });
        const learningRate = optimizer.update(model.parameters, gradients.gradients, steps);
        if (model.parameter('logit_scale').trainable) model.clampLogitScale();
        step++;
        const stepsPerSecond = await clock.tick();
        if (measured !== undefined) {
          const line = { step, loss, logitScale, learningRate, gradientNorm: norm, ...measured };
          await metrics!.record(line, stepsPerSecond);
        }
        await onStep?.({ step, steps, loss, logitScale, learningRate, stepsPerSecond });
      } finally {
        gradients.free();
      }
      if (checkpoints?.isDue(step)) await checkpoints.save(step, loss);
      if (step === steps || signal?.aborted) break;
    }
  }
  if (step === 0 && !signal?.aborted) {
    throw new InputError(
      'trainClip: data held no batch: it must have one to train on, and an iterator can be used only once.',
    );
  }
  if (step > 0) await checkpoints?.save(step, loss);
  return { steps: step, loss, aborted: step < steps && (signal?.aborted ?? false) };
}

/** Where the run starts: at the last checkpoint, or with nothing of an earlier run in its way. */
async function begin(
  { optimizer, resume = false, overwrite = false }: TrainOptions,
  checkpoints: Checkpoints | undefined,
  metrics: MetricsRecorder | undefined,
): Promise<{ readonly step: number; readonly loss: number }> {
  const state = resume ? await checkpoints?.resume() : undefined;
  if (state === undefined) checkUnused(optimizer);
  const { step, loss } = state ?? { step: 0, loss: Number.NaN };
  // Both are asked before either removes anything.
  if (!resume) await checkpoints?.checkAnew(overwrite);
  await (resume ? metrics?.cutBack(step) : metrics?.startAnew(overwrite));
  if (!resume) await checkpoints?.startAnew();
  return { step, loss };
}

function checkUnused({ stepsMade = 0 }: Optimizer): void {
  if (stepsMade === 0) return;
  throw new InputError(
    `trainClip: optimizer must be one that has made no step, got one that has made ${stepsMade}; use one optimiser for one run, or dispose() of it to start it anew.`,
  );
}

/** What has to be equal for a run to go on as if it had not been interrupted. */
function identityOf({
  model,
  optimizer,
  steps,
  microBatch,
}: TrainOptions): Readonly<Record<string, unknown>> {
  const settings = Object.entries(optimizer.settings ?? {});
  return {
    model: model.config,
    steps,
    microBatch: microBatch ?? 'none',
    trainable: [...model.parameters].filter(([, { trainable }]) => trainable).map(([name]) => name),
    ...Object.fromEntries(settings.map(([name, value]) => [`optimizer.${name}`, value])),
  };
}

function differentiate(options: TrainOptions, batch: TrainBatch, withEmbeddings: boolean): StepGradients {
  const { model, loss, microBatch } = options;
  return microBatch === undefined
    ? directGradients(model, batch, loss, withEmbeddings)
    : cachedGradients(model, batch, loss, microBatch);
}

function checkFinite(
  what: 'loss' | 'gradient',
  value: number,
  step: number,
  checkpoints: Checkpoints | undefined,
): void {
  if (Number.isFinite(value)) return;
  const became = what === 'loss' ? `the loss became ${value}` : `the gradient's norm became ${value}`;
  const last = checkpoints?.latest;
  const kept = last === undefined ? '' : `; the last good checkpoint is ${last.folder}`;
  throw new InputError(
    `trainClip: ${became} at step ${step}; the weights are those before it${kept}. Lower the learning rate, or look for NaN in the data.`,
  );
}
