import { InputError } from '@slipform/kit/input-error';
import { engine } from '@tensorflow/tfjs-core';
import { kindOf } from '../checks/kind-of';
import { checkOptions } from '../checks/known-options';
import { checkSeed, checkWholeNumber } from '../checks/whole-number';

/** What the strength of a probe is chosen among by default. */
const STRENGTHS = [0.01, 0.1, 1, 10, 100];

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
  strengthsOf(place, options);
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

/** The strengths to try, from strong to weak regularisation. @throws InputError for what is no positive number */
export function strengthsOf(place: string, { strengths = STRENGTHS }: StrengthOptions): number[] {
  const list = [...new Set([strengths].flat())];
  if (list.length === 0 || !list.every((value) => Number.isFinite(value) && value > 0)) {
    throw new InputError(
      `${place}: strengths must be positive numbers, got ${kindOf(list.find((value) => !(Number.isFinite(value) && value > 0)))}`,
    );
  }
  return list.sort((a, b) => a - b);
}
