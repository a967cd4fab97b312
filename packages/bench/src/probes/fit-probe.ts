import { InputError } from '@slipform/kit/input-error';
import { createRandom } from '../statistics/random';
import { type Matrix, pickRows } from './features';
import { createFitter, type FitOptions, type LinearModel } from './logistic-regression';
import { type StrengthOptions, strengthsOf, type TriedStrength } from './probe-options';

/**
 * Fits that only choose end at so many times the tolerance: what is left moves a validation score by less than the draw
 * of its rows does, and takes most of the steps where there is hardly any regularisation.
 */
const ROUGHLY = 100;

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
