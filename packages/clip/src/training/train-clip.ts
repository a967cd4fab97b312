import { InputError, reasonOf, refuse } from '@slipform/kit/errors/input-error';
import { hasFusedKernel, numbered, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  add,
  getBackend,
  type Scalar,
  scalar,
  sqrt,
  square,
  stack,
  sum,
  type Tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import { readsLate, whereValuesLie } from '../backend/backends';
import {
  cachedGradients,
  directGradients,
  type StepGradients,
  type TrainLoss,
} from '../gradients/batch-gradients';
import type { TrainBatch } from '../gradients/train-batch';
import { addFactors, mergeFactors } from '../model/low-rank';
import { TrainingWorkers } from '../workers/training-workers';
import { WorkerEnded } from '../workers/worker-ended';
import { readWorkers } from '../workers/workers-option';
import { FlatGroup } from './flat-group';
import type { TrainReport } from './observers/observer';
import { Observers, type Viewers } from './observers/observers';
import type { Optimizer } from './optimizer';
import { parallelGradients } from './parallel-gradients';
import { plainBatch } from './plain-batch';
import { checkTeacher, taughtBatch } from './teacher';
import { batchesFrom, type TrainData } from './train-data';
import { readTrainOptions, type TrainOptions, type TrainResult } from './train-options';
import { setTrainable } from './trainable';

/** Rate of the last steps, and a pause for the event loop now and then. */
class StepClock {
  private readonly times: number[] = [performance.now()];
  private lastPause = performance.now();

  /** Counts a step; returns steps per second over the last twenty. */
  async tick(): Promise<number> {
    // On wasm nothing in a step waits, so that timers, Ctrl-C and an AbortSignal would never be served.
    if (performance.now() - this.lastPause > 50) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.lastPause = performance.now();
    }
    this.times.push(performance.now());
    if (this.times.length > 21) this.times.shift();
    const seconds = (this.times[this.times.length - 1]! - this.times[0]!) / 1000;
    return (this.times.length - 1) / Math.max(seconds, 1e-9);
  }
}

/**
 * Trains a model with any loss: embeds each batch, asks the loss, updates the parameters, clamps the logit
 * scale at 100, and shows the step to the observers. On cpu, wasm and TensorFlow's processor the same model, data and
 * number of workers give the same weights bit for bit, also where a run was killed and resumed from its last checkpoint.
 * On a GPU the last digits may differ from run to run.
 *
 * A loss or a gradient that is not finite stops the run with an error that names the step and the last good
 * checkpoint, before it reaches the weights. On webgl and webgpu the figures of a step are read while the next one is
 * computed, so that the GPU does not wait: there the weights have taken that step when the run stops. Observers see the
 * model as it is after exactly the step that they see, on every backend.
 *
 * Leaks no tensor; the model and the optimiser's state stay the caller's.
 *
 * @throws {InputError} for an unknown option, or one out of its range, and where the run can't go on
 * @example
 * const { steps } = await trainClip({
 *   model,
 *   data,
 *   loss: (batch, { logitScale }) => infoNceLoss(batch, { logitScale }),
 *   optimizer: adamW({ learningRate: 1e-5 }),
 *   steps: 2,
 *   observe: [({ step, loss }) => console.log(step, loss)],
 * });
 * steps; // 2
 */
export async function trainClip(options: TrainOptions): Promise<TrainResult> {
  const read = readTrainOptions(options);
  const { model, data, steps, signal } = read;
  checkTeacher(model, read.teacher);
  if (Array.isArray(data) && data.length === 0) {
    refuse('trainClip: data held no batch', 'it', 'must have one to train on', 'an empty array');
  }
  if (signal?.aborted || steps === 0) {
    return { steps: 0, loss: Number.NaN, aborted: signal?.aborted ?? false };
  }
  const restoreTrainable = setTrainable(model, read.trainable);
  const workers = readWorkers(read.workers);
  let threads: TrainingWorkers | undefined;
  try {
    if (read.rank !== undefined) addFactors(model, read.rank);
    // Before anything of an earlier run is changed.
    if (workers.count > 0) threads = await TrainingWorkers.open(model, workers);
    return await run(read, threads);
  } finally {
    await threads?.close();
    // Also of a run that failed: it leaves the weights of its last good step.
    mergeFactors(model);
    restoreTrainable();
  }
}

async function run(options: TrainOptions, threads: TrainingWorkers | undefined): Promise<TrainResult> {
  const { model, optimizer, steps, observe = [], resume = false, overwrite = false } = options;
  const identity = identityOf(options);
  const observers = new Observers(observe, { model, optimizer, steps, resume, overwrite, identity });
  try {
    return await takeSteps(options, observers, threads);
  } finally {
    await observers.finish();
  }
}

/** A step whose figures are not known yet. */
interface MadeStep {
  readonly step: number;
  readonly figures: Promise<StepFigures>;
  readonly learningRate: number;
  readonly stepsPerSecond: number;
  readonly viewers: Viewers;
}

async function takeSteps(
  options: TrainOptions,
  observers: Observers,
  threads: TrainingWorkers | undefined,
): Promise<TrainResult> {
  const { model, optimizer, steps, signal } = options;
  let { step, loss } = (await observers.begin(() => checkUnused(optimizer))) ?? { step: 0, loss: Number.NaN };
  const clock = new StepClock();
  const isLate = readsLate(getBackend());
  let pending: MadeStep | undefined;
  let last: TrainReport | undefined;

  const show = async (made: Omit<MadeStep, 'figures'>, figures: StepFigures, gradients?: StepGradients) => {
    const { learningRate, stepsPerSecond, viewers } = made;
    last = { step, steps, ...figures, learningRate, stepsPerSecond };
    await observers.show(viewers, last, gradients?.embeddings);
  };
  /** Reads and shows the step before, where that is still to do. Nothing has changed the model since. */
  const settle = async () => {
    if (pending === undefined) return;
    const made = pending;
    pending = undefined;
    const figures = await made.figures;
    checkFinite(figures, made.step, 'after', observers);
    ({ step } = made);
    loss = figures.loss;
    await show(made, figures);
    await observers.keep(step, loss, false);
  };

  try {
    if (step < steps) {
      for await (const batch of batchesFrom(options.data, step, steps)) {
        const next = (pending?.step ?? step) + 1;
        const viewers = observers.viewersOf(next);
        const { plainEvery, teacher, microBatch } = options;
        const isPlain = plainEvery !== undefined && next % plainEvery === 0;
        const shown = isPlain ? plainBatch(model, batch) : batch;
        const taught = taughtBatch(model, teacher, shown, microBatch);
        const gradients = await differentiate(options, taught.batch, viewers.embeddings, threads).catch(
          (error: unknown) => {
            taught.free();
            throw ofWorker(error, next, observers);
          },
        );
        try {
          const { norm, figures } = readFigures(gradients);
          // An error shows when it is awaited later.
          figures.catch(() => {});
          try {
            await settle();
            if (signal?.aborted && isLate) break;
            const isExact = !isLate || viewers.embeddings;
            if (isExact) checkFinite(await figures, next, 'before', observers);
            const learningRate = optimizer.update(model.parameters, gradients.gradients, { steps, norm });
            if (model.parameter('logit_scale').trainable) model.clampLogitScale();
            const made = { step: next, figures, learningRate, stepsPerSecond: await clock.tick(), viewers };
            if (isExact) {
              step = next;
              ({ loss } = await figures);
              await show(made, await figures, gradients);
            } else pending = made;
          } finally {
            norm.dispose();
          }
        } finally {
          gradients.free();
          taught.free();
        }
        if (pending === undefined) await observers.keep(step, loss, false);
        if (next === steps || signal?.aborted) break;
      }
    }
    await settle();
  } finally {
    // Of a run that failed: the reading ends before its tensors are counted.
    await pending?.figures.catch(() => {});
  }
  if (step === 0 && !signal?.aborted) {
    throw new InputError('trainClip: data held no batch: an iterator can be used only once.');
  }
  if (step < steps && last !== undefined)
    await observers.show(observers.lastViewersOf(step), last, undefined);
  if (step > 0) await observers.keep(step, loss, true);
  return { steps: step, loss, aborted: step < steps && (signal?.aborted ?? false) };
}

function checkUnused({ stepsMade = 0 }: Optimizer): void {
  if (stepsMade === 0) return;
  refuse(
    'trainClip',
    'optimizer',
    'must be one that has made no step',
    `one that has made ${stepsMade}`,
    'use one optimiser for one run, or dispose() of it to start it anew',
  );
}

/** What has to be equal for a run to go on as if it had not been interrupted. */
function identityOf({
  model,
  optimizer,
  steps,
  microBatch,
  workers,
  rank,
  teacher,
  plainEvery,
}: TrainOptions): Readonly<Record<string, unknown>> {
  const settings = Object.entries(optimizer.settings ?? {});
  return {
    model: model.config,
    steps,
    microBatch: microBatch ?? 'none',
    workers: readWorkers(workers).count,
    ...(rank !== undefined && { rank }),
    ...(teacher !== undefined && { teacher: 'a model' }),
    ...(plainEvery !== undefined && { plainEvery }),
    trainable: [...model.parameters].filter(([, { trainable }]) => trainable).map(([name]) => name),
    ...Object.fromEntries(settings.map(([name, value]) => [`optimizer.${name}`, value])),
  };
}

async function differentiate(
  options: TrainOptions,
  batch: TrainBatch,
  withEmbeddings: boolean,
  threads: TrainingWorkers | undefined,
): Promise<StepGradients> {
  const { model, data, microBatch } = options;
  const loss = namedHardCaptions(options.loss, data);
  if (threads !== undefined) return parallelGradients(threads, model, batch, loss, microBatch);
  return microBatch === undefined
    ? directGradients(model, batch, loss, withEmbeddings)
    : cachedGradients(model, batch, loss, microBatch);
}

/** The error of a worker that is gone, with what can be done; any other as it is. */
function ofWorker(error: unknown, step: number, { latest }: Observers): unknown {
  if (!(error instanceof WorkerEnded)) return error;
  const goOn =
    latest === undefined
      ? 'run again, with fewer workers or a microBatch where memory was short'
      : `the last good checkpoint is ${latest}, and resume goes on from it`;
  return new InputError(
    `trainClip: ${error.message}, at step ${step}; the weights are those before it. To finish, ${goOn}.`,
    { cause: error },
  );
}

/** @param weights whether they are those before the step, or have taken it */
function checkFinite(
  { loss, gradientNorm }: StepFigures,
  step: number,
  weights: 'before' | 'after',
  { latest }: Observers,
): void {
  if (Number.isFinite(loss) && Number.isFinite(gradientNorm)) return;
  const became = !Number.isFinite(loss)
    ? `the loss became ${loss}`
    : `the gradient's norm became ${gradientNorm}`;
  const kept = latest === undefined ? '' : `; the last good checkpoint is ${latest}`;
  throw new InputError(
    `trainClip: ${became} at step ${step}; the weights are those ${weights} it${kept}. Lower the learning rate, or look for NaN in the data.`,
  );
}

/** The loss, whose error about missing hard captions also says where they come from in a training. */
function namedHardCaptions(loss: TrainLoss, data: TrainData): TrainLoss {
  const remedy =
    ('noHardCaptions' in data ? data.noHardCaptions : undefined) ??
    'to trainClip they are hardTokens in the batch, the tokens of the hard captions';
  return (batch, options) => {
    try {
      return loss(batch, options);
    } catch (error) {
      // Losses of @slipform/cement-loss name the argument that an error is about; another loss may do so, too.
      const isMissing =
        batch.hardCaptions === undefined &&
        error instanceof Error &&
        'argument' in error &&
        error.argument === 'hardCaptions';
      if (!isMissing) throw error;
      const named = new InputError({ rule: reasonOf(error), remedy }, { cause: error });
      if (error.stack !== undefined) named.stack = error.stack;
      throw named;
    }
  };
}

/** What a step says of itself in numbers. */
interface StepFigures {
  readonly loss: number;
  readonly logitScale: number;
  /** The gradients' global norm √Σ‖g‖². One number that is not finite anywhere makes it so. */
  readonly gradientNorm: number;
}

/** Figures on their way from the device. */
interface ReadFigures {
  /** The gradients' global norm, for the optimiser; the caller disposes of it. */
  readonly norm: Scalar;
  /** The reading has begun, so that nothing which is computed later delays it. */
  readonly figures: Promise<StepFigures>;
}

/** Computes the gradients' norm once, and begins to read a step's figures: on a GPU in one piece. */
function readFigures({ loss, logitScale, gradients, squaredNorm }: StepGradients): ReadFigures {
  if (whereValuesLie(getBackend()) === 'process') {
    const gradientNorm = squaredNorm === undefined ? normInPlace(gradients) : Math.sqrt(squaredNorm);
    const read = async (x: Scalar) => (await x.data())[0]!;
    const figures = Promise.all([read(loss), read(logitScale)]).then(([ofLoss, ofScale]) => ({
      loss: ofLoss,
      logitScale: ofScale,
      gradientNorm,
    }));
    return { norm: scalar(gradientNorm), figures };
  }
  const norm = normOnDevice(gradients);
  const all = tidy(() => stack([loss, logitScale, norm]));
  return { norm, figures: readAll(all) };
}

async function readAll(all: Tensor): Promise<StepFigures> {
  const [loss, logitScale, gradientNorm] = (await all.data()) as ArrayLike<number> as [
    number,
    number,
    number,
  ];
  all.dispose();
  return { loss, logitScale, gradientNorm };
}

function normInPlace(gradients: ReadonlyMap<string, Tensor>): number {
  if (hasFusedKernel('norm')) {
    const norm = runFusedKernel<Scalar>('norm', numbered('x', [...gradients.values()]));
    const [found] = norm.dataSync();
    norm.dispose();
    return found!;
  }
  let total = 0;
  for (const gradient of gradients.values()) {
    for (const x of gradient.dataSync()) total += x * x;
  }
  return Math.sqrt(total);
}

function normOnDevice(gradients: ReadonlyMap<string, Tensor>): Scalar {
  if (hasFusedKernel('norm')) return runFusedKernel('norm', numbered('x', [...gradients.values()]));
  return tidy(() => {
    const parts = FlatGroup.of(gradients, () => false).map((group) =>
      // In a tidy of its own, since the square of a large matrix is as large again.
      tidy(() => sum<Scalar>(square(group.flatten(gradients)))),
    );
    return sqrt(parts.reduce((a, b) => add<Scalar>(a, b)));
  });
}
