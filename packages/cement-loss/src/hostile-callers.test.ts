import '@tensorflow/tfjs-backend-cpu';
import { hostile, meetHostileCallers, revoked } from '@slipform/kit/testing/hostile-callers';
import { dispose, engine, memory, ones, setBackend, type Tensor, tensor, zeros } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as losses from './index';
import { lossRegistry } from './testing/loss-registry';

type Call = (...args: never[]) => unknown;
const functions: Readonly<Record<string, Call>> = { ...losses };

const rows = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const good = {
  ...{ images: rows, captions: rows, hardCaptions: rows, hardImages: rows, concreteness: [1, 3, 5] },
  ...{
    valid: [1, 1, 1],
    groups: [0, 1, 2],
    textIds: [
      [0, 1],
      [2, 3],
      [4, 5],
    ],
  },
  teacher: { images: rows, captions: rows, hardCaptions: rows, logitScale: 5 },
};
const margin = {
  name: 'mine',
  unit: 'logit',
  needsConcreteness: true,
};
/** Right values of all options that there are. */
const right: Readonly<Record<string, unknown>> = {
  ...{ logitScale: 1, normalize: true, chunkSize: 2, margin, layout: 'captions', space: 'similarity' },
  ...{ upperBound: 1, alpha: 1, beta: 1, bias: 0, loss: losses.cementLoss },
};
const ofBatch: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(lossRegistry).map(([name, { options }]) => [name, options])),
  ceClipThresholds: ['upperBound'],
  gradientBudget: ['margin', 'layout', 'space', 'loss'],
};
const optionsOf = (call: string, names: readonly string[]) =>
  Object.fromEntries(
    ['logitScale', 'normalize', ...(call === 'ceClipThresholds' ? [] : ['chunkSize']), ...names].map(
      (name) => [name, right[name]],
    ),
  );
const samples = [{ concreteness: 3, similarity: 0.2 }];
const { infoNceLoss } = losses;
const { sumLosses, ownNegatives, keepClose } = losses;
/** Called with a batch and options as any loss is. */
const terms = {
  ownNegatives: ownNegatives({ focus: 2 }),
  keepClose: keepClose(),
  kept: keepClose({ kind: 'squared' }),
};
const layers = (...args: never[]) =>
  losses.asLayersLoss(infoNceLoss)(...(args as unknown as [Tensor, Tensor]));

beforeAll(async () => {
  await setBackend('cpu');
});
// What is made for a call, and what it returns, goes with its test.
beforeEach(() => engine().startScope());
afterEach(() => engine().endScope());

const disposed = () => {
  const x = zeros([3, 2]);
  x.dispose();
  return x;
};
/** Tensors that are the same for all calls, so that what a call leaves can be counted. */
const tensors: Record<string, Tensor> = {};
const shared = (name: string, make: () => Tensor) => () => (tensors[name] ??= engine().keep(make()));

meetHostileCallers(
  {
    ...Object.fromEntries(
      Object.entries(ofBatch).map(([name, own]) => [
        name,
        [
          (...args: never[]) => dispose(functions[name]!(...args) as Tensor),
          { batch: good, options: optionsOf(name, own) },
        ],
      ]),
    ),
    adaptiveMargin: [
      functions.adaptiveMargin!,
      { options: { max: 2, min: 1, unit: 'logit', scale: [1, 5] } },
    ],
    staticMargin: [functions.staticMargin!, { options: { value: 1, unit: 'logit' } }],
    similarityMargin: [functions.similarityMargin!, { options: { strength: 5, others: false } }],
    ownNegatives: [
      functions.ownNegatives!,
      { options: { weight: 1, focus: 2, smoothing: 0.1, margin: { ...margin, unit: 'cosine' } } },
    ],
    keepClose: [functions.keepClose!, { options: { weight: 1, kind: 'kl', scale: 'own' } }],
    sumLosses: [functions.sumLosses!, { loss: infoNceLoss, term: terms.keepClose }],
    ...Object.fromEntries(
      Object.entries({ ...terms, sum: sumLosses(infoNceLoss, ...Object.values(terms)) }).map(
        ([name, term]) => [
          `a term, ${name}`,
          [
            (...args: never[]) => dispose(term(...(args as unknown as [never]))),
            { batch: good, options: optionsOf(name, []) },
          ],
        ],
      ),
    ),
    balancedMargin: [functions.balancedMargin!, { options: { share: 0.5 } }],
    fittedMargin: [functions.fittedMargin!, { samples, options: { reference: 1, unit: 'logit', factor: 1 } }],
    asLayersLoss: [
      functions.asLayersLoss!,
      { loss: infoNceLoss, options: { hardPerRow: 1, hardImages: false } },
    ],
    'asLayersLoss, its loss': [layers, { yTrue: [[1]], yPred: [[1]] }],
    layersTargets: [
      functions.layersTargets!,
      { batch: { concreteness: [1, 2, 3], valid: [1, 1, 1] }, embeddingSize: 6 },
    ],
  },
  {
    exports: [losses, ['budgetRecorder', 'noMargin']],
    isOurs: (error) => error instanceof Error && error.constructor === Error,
    wary: () => true,
    left: () => memory().numTensors,
    byChance: 200,
    more: {
      'a proxy that throws a proxy': () => hostile(revoked({})),
      'a scalar': shared('scalar', () => tensor(3)),
      'a tensor of texts': shared('texts', () => tensor(['a', 'b', 'c'])),
      'rank 5': shared('rank', () => ones([3, 1, 1, 1, 2])),
      int32: shared('int32', () => zeros([3, 2], 'int32')),
      'a disposed tensor': disposed,
      'what looks like a tensor': () => ({
        ...{ dataId: {}, dtype: 'float32', isDisposed: false, rank: 2, shape: [3, 2], size: 6 },
        ...{ data: () => 1, dataSync: () => 1, throwIfDisposed: () => 1 },
      }),
    },
  },
);

describe('the smallest and the fullest batches', () => {
  const batch = (count: number, perRow: number, dim: number) => ({
    images: ones([count, dim]),
    captions: ones([count, dim]),
    hardCaptions: ones([count, perRow, dim]),
    concreteness: ones([count, perRow]),
    ...(perRow === 1 && { hardImages: ones([count, dim]) }),
  });
  it.each([
    [1, 1, 1],
    [1, 4, 1],
    [2, 4, 3],
  ])('N = %i, K = %i, D = %i are finite or a clear error', (count, perRow, dim) => {
    for (const name of Object.keys(ofBatch)) {
      const call = () => functions[name]!(batch(count, perRow, dim) as never);
      if (name === 'tripletClipLoss' && perRow > 1) {
        expect(call).toThrow(/^tripletClipLoss: .+got /);
        continue;
      }
      const result = Object(call());
      const found = 'imageToText' in result ? [] : [...(result as Tensor).dataSync()];
      expect(found.every(Number.isFinite), name).toBe(true);
    }
  });
});
