import { InputError } from '@slipform/kit/errors/input-error';
import { createRandom } from '../statistics/random';
import { type Matrix, pickRows } from './features';
import { createFitter, type FitOptions, type LinearModel } from './logistic-regression';
import { type FitProbeOptions, type TriedC, valuesOfC } from './probe-options';
import { findTfjs, hasBackend } from './products';

/**
 * Fits that only choose end at so many times the tolerance: what is left moves a validation score by less than the draw
 * of its rows does, and takes most of the steps where there is hardly any regularisation.
 */
const ROUGHLY = 100;

/** Rows that train and rows that choose. */
function splitRows(
  place: string,
  rows: number,
  { validationShare = 0.2, seed = 0 }: FitProbeOptions,
): { train: number[]; validation: number[] } {
  const order = createRandom(seed, 'probe validation').shuffle(
    Array.from({ length: rows }, (_, index) => index),
  );
  const count = Math.round(rows * validationShare);
  if (count < 1 || count >= rows) {
    throw new InputError(
      `${place}: ${rows} training rows are too few to choose C on a part of them; give one C.`,
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

/** What a result says of its fit. */
export interface FittedProbe {
  /** C that was used. */
  readonly C: number;
  /** The score on the validation split, accuracy or mAP, for each C that was tried; empty for a single one. */
  readonly tried: readonly TriedC[];
  /** One row of weights for each class or label. */
  readonly coefficients: readonly Float64Array[];
  readonly intercepts: Float64Array;
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Fits a probe on all training rows. Of several values of C a validation split chooses one first, and the last fit starts
 * where that one's ended.
 */
export async function fitProbe(
  place: string,
  features: Matrix,
  task: ProbeTask,
  options: FitProbeOptions,
): Promise<{ readonly model: LinearModel; readonly fitted: FittedProbe }> {
  const values = valuesOfC(options);
  const tfjs = await findTfjs();
  if (options.precision === 'single' && !hasBackend(tfjs)) {
    throw new InputError(
      `${place}: precision 'single' runs on a backend of @tensorflow/tfjs-core, and there is none; await useBackend('wasm') of @slipform/clip first, or pass 'double'.`,
    );
  }
  const fits = values.length > 1 ? values.length + 1 : 1;
  const fitterFor = (part: Matrix, rows: readonly number[], start?: LinearModel) =>
    createFitter(part, {
      link: task.link,
      outputs: task.outputs,
      targets: task.targetsOf(rows),
      tfjs,
      ...(options.precision ? { precision: options.precision } : {}),
      ...(start ? { start } : {}),
    });

  let best: { C: number; score: number; model?: LinearModel } = {
    C: values[0]!,
    score: Number.NEGATIVE_INFINITY,
  };
  const tried: TriedC[] = [];
  if (values.length > 1) {
    const { train, validation } = splitRows(place, features.rows, options);
    const held = pickRows(features, validation);
    const fitter = fitterFor(pickRows(features, train), train);
    try {
      // From strong to weak regularisation, each from where the last ended; of equal scores the strongest wins.
      for (const [index, C] of values.entries()) {
        const { model } = await fitter.fit(fitOptions(options, C, { fit: index + 1, fits }));
        const score = task.score(model, held, validation);
        tried.push({ C, score });
        if (score > best.score) best = { C, score, model };
      }
    } finally {
      fitter.dispose();
    }
  }
  const all = Array.from({ length: features.rows }, (_, row) => row);
  const fitter = fitterFor(features, all, best.model);
  try {
    const { model, fit } = await fitter.fit(fitOptions(options, best.C, { fit: fits, fits }));
    const { converged, iterations } = fit;
    const { width, weights, intercepts } = model;
    const coefficients = Array.from(intercepts, (_, output) =>
      weights.slice(output * width, (output + 1) * width),
    );
    return { model, fitted: { C: best.C, tried, coefficients, intercepts, converged, iterations } };
  } finally {
    fitter.dispose();
  }
}

/** What a fit of the sweep is given, or the last one, on all rows. */
function fitOptions(
  options: FitProbeOptions,
  C: number,
  { fit, fits }: { fit: number; fits: number },
): FitOptions {
  const { tolerance, maxIterations, onProgress } = options;
  return {
    C,
    slack: fit < fits ? ROUGHLY : 1,
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(maxIterations === undefined ? {} : { maxIterations }),
    ...(onProgress
      ? {
          onIteration: (iteration: number, loss: number) => onProgress({ fit, fits, C, iteration, loss }),
        }
      : {}),
  };
}
