import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { defineOptions, type RowsFor } from '@slipform/kit/options/options';
import { createRandom } from '../statistics/random';
import type { Estimate } from '../statistics/seed-interval';
import { averagePrecision } from './average-precision';
import { type Features, type Matrix, readFeatures } from './features';
import { type FittedProbe, fitProbe } from './fit-probe';
import { decide, type LinearModel } from './logistic-regression';
import { type FitProbeOptions, fitProbeRows, labelledRows } from './probe-options';

/** Resamples, each of which sorts all rows once for each label. */
const RESAMPLES = 200;

/** The percentile bootstrap's 95 % interval of the mean average precision, over rows. */
function bootstrapMeanPrecision(
  labels: readonly ArrayLike<number>[],
  scores: Float64Array,
  outputs: number,
  { seed }: { readonly seed: number },
): [low: number, high: number] {
  const random = createRandom(seed, 'bootstrap mean precision');
  const means: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const rows = labels.map(() => random.integer(labels.length));
    const each = Array.from({ length: outputs }, (_, c) =>
      averagePrecision(
        rows.map((row) => labels[row]![c]!),
        rows.map((row) => scores[row * outputs + c]!),
      ),
    ).filter((value) => !Number.isNaN(value));
    if (each.length > 0) means.push(each.reduce((sum, value) => sum + value, 0) / each.length);
  }
  means.sort((a, b) => a - b);
  if (means.length === 0) return [Number.NaN, Number.NaN];
  return [means[Math.floor(0.025 * means.length)]!, means[Math.ceil(0.975 * means.length) - 1]!];
}

/** Rows with any number of labels each. */
interface MultiLabelRows {
  readonly features: Features;
  /** For each row one 0 or 1 for each label. */
  readonly labels: readonly ArrayLike<number>[];
}

export interface MultiLabelProbeOptions extends FitProbeOptions {
  readonly train: MultiLabelRows;
  readonly test: MultiLabelRows;
}

export interface MultiLabelProbeResult extends FittedProbe {
  /** Mean of `averagePrecision` over the labels that have a positive in test, with a bootstrap interval over rows. */
  readonly mAP: Estimate;
  /** For each label; NaN where test holds no positive of it. */
  readonly averagePrecision: readonly number[];
  /** Share of positives among the test rows: what guessing gets. */
  readonly chance: readonly number[];
}

const table = defineOptions('multiLabelProbe', {
  train: labelledRows<MultiLabelRows>(),
  test: labelledRows<MultiLabelRows>(),
  ...fitProbeRows,
} satisfies RowsFor<MultiLabelProbeOptions>);

/**
 * A multi-label probe: one binary logistic regression for each label (one against the rest) on frozen embeddings, all of
 * one C, scikit-learn's objective, judged by mean average precision.
 *
 * @throws InputError for rows and labels that don't fit together, or a label that train lacks
 *
 * @example
 * const { mAP } = await multiLabelProbe({ train, test });
 */
export async function multiLabelProbe(options: MultiLabelProbeOptions): Promise<MultiLabelProbeResult> {
  const place = 'multiLabelProbe';
  const given = table.read(options);
  const train = await readRows(`${place}: train`, given.train);
  const test = await readRows(`${place}: test`, given.test);
  const { outputs } = train;
  if (train.features.width !== test.features.width || outputs !== test.outputs) {
    throw new InputError(
      `${place}: train has ${train.features.width} features and ${outputs} labels a row, test ${test.features.width} and ${test.outputs}.`,
    );
  }
  for (let c = 0; c < outputs; c++) {
    const positives = train.labels.filter((row) => row[c] === 1).length;
    if (positives === 0 || positives === train.labels.length) {
      throw new InputError(`${place}: label ${c} is ${positives === 0 ? '0' : '1'} in every row of train.`);
    }
  }
  const labelsOf = (rows: readonly number[]) => rows.map((row) => train.labels[row]!);
  const { model, fitted } = await fitProbe(
    place,
    train.features,
    {
      link: 'sigmoid',
      outputs,
      targetsOf: (rows) => Uint8Array.from(labelsOf(rows).flatMap((row) => Array.from(row))),
      score: (model, features, rows) => meanOf(precisions(model, features, labelsOf(rows)).each),
    },
    given,
  );
  const { each, scores } = precisions(model, test.features, test.labels);
  return {
    mAP: {
      value: meanOf(each),
      interval: bootstrapMeanPrecision(test.labels, scores, outputs, { seed: given.seed ?? 0 }),
    },
    averagePrecision: each,
    chance: each.map((_, c) => test.labels.filter((row) => row[c] === 1).length / test.labels.length),
    ...fitted,
  };
}

async function readRows(place: string, { features, labels }: MultiLabelRows) {
  const matrix = await readFeatures(`${place}.features`, features);
  if (labels.length !== matrix.rows) {
    throw new InputError(`${place}: ${labels.length} rows of labels for ${matrix.rows} rows of features.`);
  }
  const outputs = labels[0]!.length;
  labels.forEach((row, index) => {
    const bad = Array.from(row).find((value) => value !== 0 && value !== 1);
    if (row.length !== outputs || outputs === 0 || bad !== undefined) {
      refuse(
        place,
        `row ${index} of labels`,
        `must hold ${outputs || 'at least one'} 0 or 1`,
        bad ?? `${row.length} of them`,
      );
    }
  });
  return { features: matrix, labels, outputs };
}

function precisions(model: LinearModel, features: Matrix, labels: readonly ArrayLike<number>[]) {
  const outputs = model.intercepts.length;
  const scores = decide(model, features);
  const each = Array.from({ length: outputs }, (_, c) =>
    averagePrecision(
      labels.map((row) => row[c]!),
      labels.map((_, row) => scores[row * outputs + c]!),
    ),
  );
  return { each, scores };
}

function meanOf(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
