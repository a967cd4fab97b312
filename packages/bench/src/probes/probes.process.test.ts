import { readFileSync } from 'node:fs';
import { useBackend } from '@slipform/clip';
import { memory, tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { averagePrecision } from './average-precision';
import { pickSparseRows } from './features';
import { linearProbe } from './linear-probe';
import { createFitter } from './logistic-regression';
import { multiLabelProbe } from './multi-label-probe';

/** By scikit-learn; see `note` inside. */
const golden = JSON.parse(readFileSync(new URL('../../fixtures/probe.json', import.meta.url), 'utf8'));
interface Single {
  readonly C: number;
  readonly coef: number[][];
  readonly intercept: number[];
  readonly top1: number;
}
const train = { features: golden.train.X as number[][], labels: golden.train.y as number[] };
const held = { features: golden.test.X as number[][], labels: golden.test.y as number[] };

const furthest = (a: readonly ArrayLike<number>[], b: readonly ArrayLike<number>[]) =>
  Math.max(...a.flatMap((row, i) => Array.from(row, (value, j) => Math.abs(value - b[i]![j]!))));

describe('linearProbe', () => {
  test.each(golden.single as Single[])('equals scikit-learn’s at C = $C', async (expected) => {
    const { C, coef, intercept, top1 } = expected;
    const found = await linearProbe({ train, test: held, C });
    expect(furthest(found.coefficients, coef)).toBeLessThan(1e-3);
    expect(furthest([found.intercepts], [intercept])).toBeLessThan(1e-3);
    expect(found.accuracy.value).toBeCloseTo(top1, 3);
    expect(found.converged).toBe(true);
    expect(found.tried).toEqual([]);
  });

  test.each(['cpu', 'wasm'])(
    'equals scikit-learn’s on tfjs embeddings and products (%s)',
    async (backend) => {
      await useBackend(backend);
      const before = memory().numTensors;
      const [trainX, testX] = [tensor2d(train.features), tensor2d(held.features)];
      const [{ C, coef }] = golden.single;
      const found = await linearProbe({
        train: { ...train, features: trainX },
        test: { ...held, features: testX },
        C,
        precision: 'single',
      });
      expect(furthest(found.coefficients, coef)).toBeLessThan(1e-3);
      trainX.dispose();
      testX.dispose();
      expect(memory().numTensors).toBe(before);
    },
  );
  test('chooses C on a validation split, by its seed', async () => {
    const seen: number[] = [];
    const options = { train, test: held, C: [100, 1e-4, 1], seed: 3 };
    const found = await linearProbe({ ...options, onProgress: ({ fit }) => seen.push(fit) });
    expect(found.tried.map(({ C }) => C)).toEqual([1e-4, 1, 100]);
    const best = Math.max(...found.tried.map(({ score }) => score));
    expect(found.tried.find(({ C }) => C === found.C)!.score).toBe(best);
    expect(Math.max(...seen)).toBe(4);
    expect(await linearProbe(options)).toEqual(found);
    // The last fit is on all training rows: the same as asking for that C alone.
    const alone = await linearProbe({ ...options, C: found.C });
    expect(furthest(found.coefficients, alone.coefficients)).toBeLessThan(1e-4);
  });
  test('takes names for classes, and refuses what does not fit', async () => {
    const name = (labels: readonly number[]) => labels.map((label) => `class ${label}`);
    const named = await linearProbe({
      train: { ...train, labels: name(train.labels) },
      test: { ...held, labels: name(held.labels) },
      C: 1,
    });
    expect(named.classes[0]).toBe('class 0');
    await expect(linearProbe({ train, test: { ...held, labels: [] } })).rejects.toThrow(
      '0 labels for 120 rows',
    );
    await expect(
      linearProbe({ train, test: { ...held, labels: held.labels.map(() => 77) } }),
    ).rejects.toThrow('test holds the class 77, which train lacks');
    const spoilt = train.features.map((row, index) => (index === 5 ? [...row.slice(1), Number.NaN] : row));
    await expect(linearProbe({ train: { ...train, features: spoilt }, test: held })).rejects.toThrow(
      'linearProbe: train.features: row 5 holds NaN at place 11',
    );
    const refused = (options: object) => expect(linearProbe({ train, test: held, ...options })).rejects;
    await refused({ test: undefined }).toThrow('linearProbe: test must be { features, labels }');
    await refused({ strenghts: 1 }).toThrow('there is no option "strenghts"');
    await refused({ precision: 'half' }).toThrow('precision must be one of double, single, got "half"');
    await refused({ maxIterations: 0 }).toThrow('maxIterations must be an integer of at least 1');
    await expect(linearProbe({ train, test: held, C: 0 })).rejects.toThrow('above 0, got 0');
  });
  test('features that depend on one another, and one that never changes, don’t break it', async () => {
    const doubled = (rows: readonly number[][]) => rows.map((row) => [...row, ...row, 1]);
    const found = await linearProbe({
      train: { ...train, features: doubled(train.features) },
      test: { ...held, features: doubled(held.features) },
      C: 1,
    });
    expect(found.converged).toBe(true);
    expect(found.coefficients.every((row) => row.at(-1) === 0)).toBe(true);
  });
});

describe('multiLabelProbe', () => {
  const { trainY, testY, C, ap, mAP } = golden.multi;
  test('equals scikit-learn’s average precisions and their mean', async () => {
    const found = await multiLabelProbe({
      train: { features: train.features, labels: trainY },
      test: { features: held.features, labels: testY },
      C,
    });
    expect(furthest([found.averagePrecision], [ap])).toBeLessThan(1e-3);
    expect(found.mAP.value).toBeCloseTo(mAP, 3);
    expect(found.mAP.interval[0]).toBeLessThan(mAP);
    expect(found.mAP.interval[1]).toBeGreaterThan(mAP);
  });
  test('refuses a label that is the same everywhere', async () => {
    const flat = (rows: readonly number[][]) => rows.map((row) => [...row.slice(1), 0]);
    await expect(
      multiLabelProbe({
        train: { features: train.features, labels: flat(trainY) },
        test: { features: held.features, labels: flat(testY) },
      }),
    ).rejects.toThrow(/label \d is 0 in every row of train/);
  });
});

describe('averagePrecision', () => {
  test('takes equal scores together, as scikit-learn does', () => {
    const { labels, scores, ap } = golden.ties;
    expect(averagePrecision(labels, scores)).toBeCloseTo(ap, 12);
    // 1 of 1, then 2 of 3: 1 · ½ + ⅔ · ½.
    expect(averagePrecision([1, 0, 1], [3, 2, 1])).toBeCloseTo(0.5 + 1 / 3, 12);
    expect(averagePrecision([0, 0], [1, 2])).toBeNaN();
  });
});

test('sparse rows are fitted as the same rows in full, and as some of them', async () => {
  const [rows, width] = [9, 4];
  const values = Float64Array.from({ length: rows * width }, (_, k) => ((k * 7) % 5 > 2 ? (k % 3) + 1 : 0));
  const places = [...values.keys()].filter((k) => values[k] !== 0);
  const sparse = {
    ...{ rows, width },
    starts: Int32Array.from({ length: rows + 1 }, (_, row) => places.filter((k) => k < row * width).length),
    columns: Int32Array.from(places, (k) => k % width),
    values: Float64Array.from(places, (k) => values[k]!),
  };
  expect(places.length).toBeLessThan(values.length / 2);
  const fit = async (features: Parameters<typeof createFitter>[0]) => {
    const targets = Uint8Array.from({ length: features.rows }, (_, row) => row % 2);
    const fitter = createFitter(features, { link: 'sigmoid', outputs: 1, targets, tfjs: undefined });
    const { model, fit } = await fitter.fit({ C: 2, tolerance: 1e-14 });
    expect(fit.converged).toBe(true);
    return [...model.weights, ...model.intercepts];
  };
  const whole = await fit({ rows, width, values });
  expect(Math.max(...whole.map(Math.abs))).toBeGreaterThan(0.1);
  for (const [i, weight] of (await fit(sparse)).entries()) expect(weight).toBeCloseTo(whole[i]!, 6);
  const some = [1, 4, 6, 8];
  const picked = await fit(pickSparseRows(sparse, some));
  const own = some.flatMap((row) => [...values.subarray(row * width, (row + 1) * width)]);
  const full = await fit({ rows: some.length, width, values: Float64Array.from(own) });
  for (const [i, weight] of picked.entries()) expect(weight).toBeCloseTo(full[i]!, 6);
});
