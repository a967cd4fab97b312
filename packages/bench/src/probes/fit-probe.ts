import { InputError } from '@slipform/clip';
import { engine } from '@tensorflow/tfjs-core';
import { checkOptions } from '../checks/known-options';
import { checkSeed, checkWholeNumber } from '../checks/whole-number';
import { kindOf } from '../kind-of';
import { createRandom } from '../random';
import { type Matrix, pickRows } from './features';
import { createFitter, type FitOptions, type LinearModel } from './logistic-regression';

/** What the strength of a probe is chosen among by default. */
const STRENGTHS = [0.01, 0.1, 1, 10, 100];

/**
 * Fits that only choose end at so many times the tolerance: what is left moves a validation score by less than the draw
 * of its rows does, and takes most of the steps where there is hardly any regularisation.
 */
const ROUGHLY = 100;

export interface StrengthOptions {
  /**
   * C, the inverse strength of regularisation as in scikit-learn: one, or several of which a validation split chooses.
   * Default 0.01, 0.1, 1, 10, 100.
   */
  readonly strengths?: number | readonly number[];
  /** Share of the training rows that choose the strength and are then trained on with the others. Default 0.2. */
  readonly validationShare?: number;
  /** Decides which rows these are. Default 0. */
  readonly seed?: number;
  /**
   * Ends the last fit where a step promises to lower the loss by no larger share of it, those that choose the strength
   * at a hundred times that. Default 1e-10, in `single` 1e-6.
   */
  readonly tolerance?: number;
  /** Default 500. */
  readonly maxIterations?: number;
  /** `double`: plain arrays; `single`: the tfjs backend. Default: tfjs where the data are large and it isn't `cpu`. */
  readonly precision?: 'double' | 'single';
  /** Called after each iteration of a fit. */
  readonly onProgress?: (progress: ProbeProgress) => void;
}

export interface ProbeProgress {
  /** Fits of the sweep so far, and how many there are; the last is on all training rows. */
  readonly fit: number;
  readonly fits: number;
  readonly strength: number;
  readonly iteration: number;
  readonly loss: number;
}

export interface TriedStrength {
  readonly strength: number;
  /** Accuracy, or mAP, on the validation split. */
  readonly score: number;
}

const OPTIONS = {
  train: true,
  test: true,
  strengths: true,
  validationShare: true,
  seed: true,
  tolerance: true,
  maxIterations: true,
  precision: true,
  onProgress: true,
} satisfies Record<keyof StrengthOptions | 'train' | 'test', true>;

/** @throws InputError for an option that is none, or can't be followed */
export function checkProbeOptions(place: string, options: StrengthOptions): void {
  checkOptions(place, options as Record<string, unknown>, OPTIONS);
  const { maxIterations = 500, seed = 0, precision, tolerance = 0 } = options;
  checkWholeNumber(`${place}: maxIterations`, maxIterations, 1);
  checkSeed(`${place}: seed`, seed);
  if (!(Number.isFinite(tolerance) && tolerance >= 0)) {
    throw new InputError(`${place}: tolerance must be a number of at least 0, got ${kindOf(tolerance)}`);
  }
  if (precision !== undefined && precision !== 'double' && precision !== 'single') {
    throw new InputError(`${place}: precision must be 'double' or 'single', got ${kindOf(precision)}`);
  }
  if (precision === 'single' && Object.keys(engine().registryFactory).length === 0) {
    throw new InputError(
      `${place}: precision 'single' runs on a tfjs backend, and none is there; await useBackend('wasm') of @slipform/clip first, or take 'double'`,
    );
  }
}

/** @throws InputError where rows are missing, or are no features with labels */
export function checkRows(place: string, rows: unknown): void {
  const { features, labels } = (rows ?? {}) as { features?: unknown; labels?: { length?: unknown } };
  const isGiven = typeof features === 'object' && features !== null;
  if (isGiven && typeof labels === 'object' && Number.isSafeInteger(labels?.length)) return;
  throw new InputError(
    `${place} must be { features, labels }, rows of numbers and a label for each, got ${isGiven ? `labels ${kindOf(labels)}` : kindOf(rows)}`,
  );
}

function strengthsOf(place: string, { strengths = STRENGTHS }: StrengthOptions): number[] {
  const list = [...new Set([strengths].flat())].sort((a, b) => a - b);
  if (list.length === 0 || !list.every((value) => Number.isFinite(value) && value > 0)) {
    throw new InputError(`${place}: strengths must be positive numbers, got ${JSON.stringify(strengths)}`);
  }
  return list;
}

/** Rows that train and rows that choose. */
function splitRows(
  place: string,
  rows: number,
  { validationShare = 0.2, seed = 0 }: StrengthOptions,
): { train: number[]; validation: number[] } {
  if (!(validationShare > 0 && validationShare < 1)) {
    throw new InputError(`${place}: validationShare must lie between 0 and 1, got ${validationShare}`);
  }
  const order = createRandom(seed, 'probe validation').shuffle(
    Array.from({ length: rows }, (_, index) => index),
  );
  const count = Math.round(rows * validationShare);
  if (count < 1 || count >= rows) {
    throw new InputError(
      `${place}: ${rows} training rows are too few to choose a strength on a part of them; give one`,
    );
  }
  return { train: order.slice(count), validation: order.slice(0, count) };
}

/** What a probe learns, in terms of the rows of its training features. */
export interface ProbeTask {
  readonly link: 'softmax' | 'sigmoid';
  readonly outputs: number;
  /** The targets of some rows, as the fitter takes them. */
  readonly targetsOf: (rows: readonly number[]) => ArrayLike<number>;
  /** How well a model does on some rows, whose features come with them. */
  readonly score: (model: LinearModel, features: Matrix, rows: readonly number[]) => number;
}

export interface FittedProbe {
  readonly model: LinearModel;
  readonly strength: number;
  readonly tried: readonly TriedStrength[];
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Fits a probe on all training rows. Of several strengths a validation split chooses one first, and the last fit starts
 * where that one's ended.
 */
export async function fitProbe(
  place: string,
  features: Matrix,
  task: ProbeTask,
  options: StrengthOptions,
): Promise<FittedProbe> {
  const strengths = strengthsOf(place, options);
  const fits = strengths.length > 1 ? strengths.length + 1 : 1;
  const fitterFor = (part: Matrix, rows: readonly number[], start?: LinearModel) =>
    createFitter(part, {
      link: task.link,
      outputs: task.outputs,
      targets: task.targetsOf(rows),
      ...(options.precision ? { precision: options.precision } : {}),
      ...(start ? { start } : {}),
    });

  let best: { strength: number; score: number; model?: LinearModel } = {
    strength: strengths[0]!,
    score: Number.NEGATIVE_INFINITY,
  };
  const tried: TriedStrength[] = [];
  if (strengths.length > 1) {
    const { train, validation } = splitRows(place, features.rows, options);
    const held = pickRows(features, validation);
    const fitter = fitterFor(pickRows(features, train), train);
    try {
      // From strong to weak regularisation, each from where the last ended; of equal scores the strongest wins.
      for (const [index, strength] of strengths.entries()) {
        const { model } = await fitter.fit(fitOptions(options, strength, { fit: index + 1, fits }));
        const score = task.score(model, held, validation);
        tried.push({ strength, score });
        if (score > best.score) best = { strength, score, model };
      }
    } finally {
      fitter.dispose();
    }
  }
  const all = Array.from({ length: features.rows }, (_, row) => row);
  const fitter = fitterFor(features, all, best.model);
  try {
    const { model, fit } = await fitter.fit(fitOptions(options, best.strength, { fit: fits, fits }));
    const { converged, iterations } = fit;
    return { model, strength: best.strength, tried, converged, iterations };
  } finally {
    fitter.dispose();
  }
}

/** What a fit of the sweep is given, or the last one, on all rows. */
function fitOptions(
  options: StrengthOptions,
  strength: number,
  { fit, fits }: { fit: number; fits: number },
): FitOptions {
  const { tolerance, maxIterations, onProgress } = options;
  return {
    strength,
    slack: fit < fits ? ROUGHLY : 1,
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(maxIterations === undefined ? {} : { maxIterations }),
    ...(onProgress
      ? {
          onIteration: (iteration: number, loss: number) =>
            onProgress({ fit, fits, strength, iteration, loss }),
        }
      : {}),
  };
}
