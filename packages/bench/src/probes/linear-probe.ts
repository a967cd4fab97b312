import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { defineOptions, type RowsFor } from '@slipform/kit/options/options';
import { type Proportion, wilsonInterval } from '../statistics/wilson-interval';
import { type Features, type Matrix, readFeatures } from './features';
import { type FittedProbe, fitProbe } from './fit-probe';
import { decide, type LinearModel } from './logistic-regression';
import { type FitProbeOptions, fitProbeRows, labelledRows } from './probe-options';

/** Rows with one class each. */
interface LabelledRows {
  readonly features: Features;
  /** One class for each row: a number or a name. */
  readonly labels: ArrayLike<number> | readonly string[];
}

export interface LinearProbeOptions extends FitProbeOptions {
  readonly train: LabelledRows;
  readonly test: LabelledRows;
}

export interface LinearProbeResult extends FittedProbe {
  /** Share of test rows whose class scores highest, with Wilson's 95 % interval. */
  readonly accuracy: Proportion;
  /** Mean over the classes of their own accuracy, which rare classes count in as much as frequent ones. */
  readonly meanPerClass: number;
  /** Classes in sorted order, as the rows of `coefficients`. */
  readonly classes: readonly (number | string)[];
  /** Whether each test row is right, for paired tests. */
  readonly correct: readonly boolean[];
}

const table = defineOptions('linearProbe', {
  train: labelledRows<LabelledRows>(),
  test: labelledRows<LabelledRows>(),
  ...fitProbeRows,
} satisfies RowsFor<LinearProbeOptions>);

/**
 * A linear probe: multinomial logistic regression on frozen embeddings, scikit-learn's objective
 * Σ −log softmax(W x + b)ᵧ + ‖W‖² / (2C), intercepts not penalised, minimised by L-BFGS. C is chosen on a validation
 * split of the training rows, then the fit is repeated on all of them.
 *
 * @throws InputError for rows and labels that don't fit together, numbers that aren't finite, or a test class that
 *   training rows lack
 * @example
 * const { accuracy, C } = await linearProbe({ train: { features, labels }, test });
 */
export async function linearProbe(options: LinearProbeOptions): Promise<LinearProbeResult> {
  const place = 'linearProbe';
  const given = table.read(options);
  const train = await readRows(`${place}: train`, given.train);
  const test = await readRows(`${place}: test`, given.test);
  if (train.features.width !== test.features.width) {
    throw new InputError(
      `${place}: train has features of ${train.features.width} numbers, test of ${test.features.width}.`,
    );
  }
  const classes = [...new Set(train.labels)].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : 1,
  );
  if (classes.length < 2) refuse(place, 'train', 'must hold at least two classes', classes.length);
  const indexOf = new Map(classes.map((label, index) => [label, index]));
  const unknown = test.labels.find((label) => !indexOf.has(label));
  if (unknown !== undefined)
    throw new InputError(`${place}: test holds the class ${unknown}, which train lacks.`);
  const targets = train.labels.map((label) => indexOf.get(label)!);
  const goals = test.labels.map((label) => indexOf.get(label)!);
  const targetsOf = (rows: readonly number[]) => rows.map((row) => targets[row]!);
  const { model, fitted } = await fitProbe(
    place,
    train.features,
    {
      link: 'softmax',
      outputs: classes.length,
      targetsOf,
      score: (model, features, rows) => share(hits(model, features, targetsOf(rows))),
    },
    given,
  );
  const correct = hits(model, test.features, goals);
  return {
    accuracy: wilsonInterval(correct.filter(Boolean).length, correct.length),
    meanPerClass: meanPerClass(correct, goals),
    ...fitted,
    classes,
    correct,
  };
}

async function readRows(place: string, { features, labels }: LabelledRows) {
  const matrix = await readFeatures(`${place}.features`, features);
  if (labels.length !== matrix.rows) {
    throw new InputError(`${place}: ${labels.length} labels for ${matrix.rows} rows of features.`);
  }
  return { features: matrix, labels: Array.from<number | string>(labels) };
}

/** Right where the row's own class scores higher than every other; a tie is wrong. */
function hits(model: LinearModel, features: Matrix, goals: readonly number[]): boolean[] {
  const outputs = model.intercepts.length;
  const scores = decide(model, features);
  return goals.map((goal, row) => {
    const own = scores[row * outputs + goal]!;
    for (let c = 0; c < outputs; c++) if (c !== goal && scores[row * outputs + c]! >= own) return false;
    return true;
  });
}

function share(correct: readonly boolean[]): number {
  return correct.filter(Boolean).length / correct.length;
}

function meanPerClass(correct: readonly boolean[], goals: readonly number[]): number {
  const own = new Map<number, boolean[]>();
  goals.forEach((goal, row) => {
    own.set(goal, [...(own.get(goal) ?? []), correct[row]!]);
  });
  return [...own.values()].reduce((sum, list) => sum + share(list), 0) / own.size;
}
