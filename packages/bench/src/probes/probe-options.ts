import {
  anyOf,
  callback,
  choice,
  described,
  integer,
  listOf,
  number,
  optional,
  type RowsFor,
  type Rule,
  rule,
} from '@slipform/kit/options/options';
import { seed } from '../checks/seed';

/** Values of C that a probe chooses among by default. */
const VALUES_OF_C = [0.01, 0.1, 1, 10, 100];

export interface FitProbeOptions {
  /**
   * Inverse strength of regularisation, as scikit-learn's `C`: one value, or several of which a validation split chooses.
   * Default 0.01, 0.1, 1, 10, 100.
   */
  readonly C?: number | readonly number[];
  /** Share of the training rows that choose C and are then trained on with the others. Default 0.2. */
  readonly validationShare?: number;
  /** Decides which rows these are. Default 0. */
  readonly seed?: number;
  /**
   * Ends the last fit where a step promises to lower the loss by no larger share of it, those that choose C at a hundred
   * times that. Default 1e-10, in `single` 1e-6.
   */
  readonly tolerance?: number;
  /** Default 500. */
  readonly maxIterations?: number;
  /**
   * `double`: plain arrays; `single`: the tfjs backend. Default: tfjs if it is installed, the data are large and the
   * backend isn't `cpu`.
   */
  readonly precision?: 'double' | 'single';
  /** Called after each iteration of a fit. */
  readonly onProgress?: (progress: ProbeProgress) => void;
}

export interface ProbeProgress {
  /** Fits of the sweep so far, and how many there are; the last is on all training rows. */
  readonly fit: number;
  readonly fits: number;
  readonly C: number;
  readonly iteration: number;
  readonly loss: number;
}

export interface TriedC {
  readonly C: number;
  /** Accuracy, or mAP, on the validation split. */
  readonly score: number;
}

const positive = number({ above: 0 });

export const fitProbeRows = {
  C: described(
    "scikit-learn's C: one, or several to choose among; default 0.01,0.1,1,10,100",
    optional(anyOf(listOf(positive, 'a list of numbers', { min: 1 }), positive)),
  ),
  validationShare: optional(number({ above: 0, below: 1 })),
  seed: optional(seed),
  tolerance: optional(number({ min: 0 })),
  maxIterations: optional(integer({ min: 1 })),
  precision: optional(choice(['double', 'single'])),
  onProgress: optional(callback<(progress: ProbeProgress) => void>()),
} satisfies RowsFor<FitProbeOptions>;

/** The values of C to try, from strong to weak regularisation. */
export function valuesOfC({ C = VALUES_OF_C }: FitProbeOptions): number[] {
  return [...new Set([C].flat())].sort((a, b) => a - b);
}

/** Rows of features with a label for each. */
export function labelledRows<T>(): Rule<T> {
  return rule<T>('{ features, labels }, rows of numbers and a label for each', (value) => {
    const { features, labels } = (value ?? {}) as { features?: unknown; labels?: { length?: unknown } };
    if (typeof features !== 'object' || features === null) return false;
    return typeof labels === 'object' && Number.isSafeInteger(labels?.length);
  });
}
