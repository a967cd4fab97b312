import '@tensorflow/tfjs-backend-cpu';
import {
  grad,
  memory,
  ones,
  scalar,
  setBackend,
  type Tensor,
  tensor1d,
  tensor2d,
  tensor3d,
  zeros,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  adaptiveMargin,
  balancedMargin,
  type ContrastiveBatch,
  ceClipLoss,
  cementLoss,
  decoupledLoss,
  gradientBudget,
  hnNceLoss,
  infoNceLoss,
  negClipLoss,
  noMargin,
  sigLipLoss,
  staticMargin,
  tripletClipLoss,
} from './index';

const rows = [
  [1, 2],
  [3, 4],
  [5, 6],
];
const good: ContrastiveBatch = { images: rows, captions: rows, hardCaptions: rows, concreteness: [1, 3, 5] };

/** What a JavaScript user may pass, whatever the types say. */
const cement = (batch: object, options: object = {}): Tensor =>
  cementLoss({ ...good, ...batch } as ContrastiveBatch, options);

beforeAll(async () => {
  await setBackend('cpu');
});

describe('a bad argument is named, with the rule and what came', () => {
  const cases: ReadonlyArray<readonly [message: string | RegExp, call: () => unknown]> = [
    ['cementLoss: images must be a tensor or an array, got undefined', () => cement({ images: undefined })],
    [
      'cementLoss: images must be float32 [N, D] with N, D ≥ 1, got float32 [3]',
      () => cement({ images: [1, 2, 3] }),
    ],
    [
      'cementLoss: images must hold finite numbers, got the string "x" at row 1',
      () => cement({ images: [[1], ['x']] }),
    ],
    [
      'cementLoss: images must hold finite numbers, got NaN at row 2',
      () =>
        cement({
          images: [
            [1, 2],
            [3, 4],
            [5, Number.NaN],
          ],
        }),
    ],
    [
      'cementLoss: images must be rectangular, got an array of 1 at row 1',
      () => cement({ images: [[1, 2], [3]] }),
    ],
    [
      'cementLoss: textIds must be an array of shape [3, 1 + K], got float32 [2, 2]',
      () =>
        cement({
          textIds: [
            ['a', 'b'],
            ['c', 'd'],
          ],
        }),
    ],
    [
      'cementLoss: textIds must be an array of shape [3, 1 + K], got int32 [3, 2]',
      () => cement({ textIds: zeros([3, 2], 'int32') }),
    ],
    [
      "cementLoss: textIds must have 1 + K = 2 ids for each pair, its caption's and its hard captions', got 3",
      () => cement({ textIds: rows.map(() => ['a', 'b', 'c']) }),
    ],
    [
      'cementLoss: textIds must hold finite numbers or strings, got NaN at row 1',
      () =>
        cement({
          textIds: [
            ['a', 'b'],
            ['c', Number.NaN],
          ],
        }),
    ],
    [
      'cementLoss: valid must be an array beside textIds, got float32 [3, 1]',
      () => cement({ valid: ones([3]), textIds: rows.map(() => ['a', 'b']) }),
    ],
    ['cementLoss: images must be a tensor or an array, got 7', () => cement({ images: 7 })],
    [
      'cementLoss: batch must name its entry groups, got the string "group"',
      () => cement({ group: [1, 1, 2] }),
    ],
    [
      'cementLoss: batch must name its entry textIds, got the string "textIDs"',
      () => cement({ textIDs: [] }),
    ],
    [
      'cementLoss: images must be float32 [N, D] with N, D ≥ 1, got int32 [3, 2]',
      () => cement({ images: zeros([3, 2], 'int32') }),
    ],
    [
      'cementLoss: captions must be float32 [3, 2] like images, got float32 [2, 2]',
      () => cement({ captions: rows.slice(1) }),
    ],
    [
      'cementLoss: hardCaptions must be in the batch of a loss with hard captions, got undefined',
      () => cement({ hardCaptions: undefined }),
    ],
    [
      'cementLoss: hardCaptions must be float32 [3, K, 2], or [3, 2] for K = 1, got float32 [3, 4]',
      () => cement({ hardCaptions: ones([3, 4]) }),
    ],
    [
      'cementLoss: concreteness must lie in [1, 5] (map your scale first), got 7.2 at row 2',
      () => cement({ concreteness: [1, 3, 7.2] }),
    ],
    [
      'cementLoss: concreteness must lie in [1, 5] (map your scale first), got NaN at row 0',
      () => cement({ concreteness: [Number.NaN, 3, 5] }),
    ],
    [
      'cementLoss: concreteness must be in the batch (staticMargin and noMargin need none), got undefined',
      () => cement({ concreteness: undefined }),
    ],
    [
      'cementLoss: concreteness must have one entry for each hard caption, shape [3, 1] or [3], got float32 [2]',
      () => cement({ concreteness: [1, 2] }),
    ],
    ['cementLoss: valid must hold 0 and 1 only, got 0.5 at row 1', () => cement({ valid: [1, 0.5, 1] })],
    [
      'cementLoss: batch must be an object, got float32 [3, 2] (for model.compile: asLayersLoss)',
      () => cementLoss(ones([3, 2]) as never),
    ],
    [
      'cementLoss: options must be an object, got float32 [3, 2] (for model.compile: asLayersLoss)',
      () => cement({}, zeros([3, 2])),
    ],
    ['cementLoss: normalize must be true or false, got null', () => cement({}, { normalize: null })],
    [
      "cementLoss: margin.unit must be 'logit' or 'cosine', got the string \"logits\"",
      () => cement({}, { margin: { ...noMargin(), unit: 'logits' } }),
    ],
    [
      'hnNceLoss: useHardCaptions must be true or false, got the string "yes"',
      () => hnNceLoss(good, { useHardCaptions: 'yes' as never }),
    ],
    [
      'cementLoss: valid must have one entry for each hard caption, shape [3, 2], got float32 [3]',
      () => cement({ hardCaptions: ones([3, 2, 2]), concreteness: ones([3, 2]), valid: [1, 1, 1] }),
    ],
    [
      'cementLoss: groups must have one entry for each pair, shape [3], got float32 [2]',
      () => cement({ groups: [1, 2] }),
    ],
    [
      'cementLoss: groups must hold finite numbers or strings, got null at row 1',
      () => cement({ groups: [1, null, 2] }),
    ],
    [
      'cementLoss: hardImages must be a tensor or an array, got undefined',
      () => cement({}, { layout: 'triplet' }),
    ],
    [
      'cementLoss: hardCaptions must have K = 1 in the triplet and paired layouts (captions takes more), got 2',
      () => cement({ hardCaptions: ones([3, 2, 2]), hardImages: rows }, { layout: 'paired' }),
    ],
    [
      "cementLoss: layout must be 'captions', 'triplet' or 'paired', got the string \"toString\"",
      () => cement({}, { layout: 'toString' }),
    ],
    [
      /^cementLoss: margin must be what adaptiveMargin\(\) or another margin returns, got a value of type function\.$/,
      () => cement({}, { margin: adaptiveMargin }),
    ],
    [
      'cementLoss: logitScale must be a positive number (1/τ, like 1 / 0.07) or a float32 scalar tensor, got 0',
      () => cement({}, { logitScale: 0 }),
    ],
    [
      'cementLoss: logitScale must be a positive number (1/τ, like 1 / 0.07) or a float32 scalar tensor, got float32 [1]',
      () => cement({}, { logitScale: ones([1]) }),
    ],
    [
      'negClipLoss: hardCaptions must be in the batch of a loss with hard captions, got undefined',
      () => negClipLoss({ images: rows, captions: rows }),
    ],
    ['infoNceLoss: batch must be an object, got undefined', () => Reflect.apply(infoNceLoss, undefined, [])],
    [
      'gradientBudget: images must hold finite numbers, got Infinity at row 0',
      () => gradientBudget({ ...good, images: [[Number.POSITIVE_INFINITY, 1]] }),
    ],
    [
      'staticMargin: value must be a finite number, got Infinity',
      () => staticMargin({ value: Number.POSITIVE_INFINITY }),
    ],
    ['adaptiveMargin: max must be a finite number, got NaN', () => adaptiveMargin({ max: Number.NaN })],
    [
      "adaptiveMargin: scale must be 'linear' or 'rank', got the string \"log\"",
      () => Reflect.apply(adaptiveMargin, undefined, [{ scale: 'log' }]),
    ],
    [
      'cementLoss: chunkSize must be a whole number of rows ≥ 1, got 0.5',
      () => cement({}, { chunkSize: 0.5 }),
    ],
    ['hnNceLoss: beta must be a number ≥ 0, got -1', () => hnNceLoss(good, { beta: -1 })],
    ['hnNceLoss: beta must be at most 100 in magnitude, got 101', () => hnNceLoss(good, { beta: 101 })],
    [
      'staticMargin: value must be at most 1000000000000 in magnitude, got 1e+30',
      () => staticMargin({ value: 1e30 }),
    ],
    [
      'cementLoss: images must hold finite numbers, got 1e+39 at row 1',
      () => cement({ images: [[1], [1e39]] }),
    ],
    [
      'infoNceLoss: there is no option "(1/τ)"; there are logitScale (1/τ), normalize, chunkSize',
      () => infoNceLoss(good, JSON.parse('{ "(1/τ)": 3 }')),
    ],
    [
      'infoNceLoss: there is no option ""; there are logitScale (1/τ), normalize, chunkSize',
      () => infoNceLoss(good, JSON.parse('{ "": 3 }')),
    ],
    [
      'gradientBudget: there is no option "temperature"; there are logitScale (1/τ), normalize, chunkSize, margin, layout, loss, space',
      () => gradientBudget(good, JSON.parse('{ "temperature": 3 }')),
    ],
    [
      'infoNceLoss: logitScale must be a positive number (1/τ, like 1 / 0.07) or a float32 scalar tensor, got 1e+30',
      () => infoNceLoss(good, { logitScale: 1e30 }),
    ],
    [
      'cementLoss: margin.perNegative must return float32 [3, 1], got float32 [3, 1, 1]',
      () => cement({}, { margin: { ...noMargin(), perNegative: () => ones([3, 1, 1]) as never } }),
    ],
    [
      'sigLipLoss: bias must be a finite number or a float32 scalar tensor, got NaN',
      () => sigLipLoss(good, { bias: Number.NaN }),
    ],
    ['ceClipLoss: rankWeight must be a number ≥ 0, got -1', () => ceClipLoss(good, { rankWeight: -1 })],
    [
      'ceClipLoss: thresholds must be one number or of shape [1], got float32 [2]',
      () => ceClipLoss(good, { thresholds: [1, 2] }),
    ],
    ['tripletClipLoss: hardImages must be a tensor or an array, got undefined', () => tripletClipLoss(good)],
    [
      'decoupledLoss: hardCaptions must be in the batch of a loss with hard captions, got undefined',
      () => decoupledLoss({ images: rows, captions: rows }, { useHardCaptions: true }),
    ],
    ['balancedMargin: share must lie between 0 and 1, got 1', () => balancedMargin({ share: 1 })],
  ];

  it.each(cases)('%s', (message, call) => {
    const before = memory().numTensors;
    let error: unknown;
    try {
      call();
    } catch (thrown) {
      error = thrown;
    }
    // The tensors that a case itself makes are the test's, not the loss's.
    const made = memory().numTensors - before;
    expect(made).toBeLessThanOrEqual(/ones|zeros/.test(String(call)) ? 3 : 0);
    expect(error).toBeInstanceOf(Error);
    const text = error instanceof Error ? error.message : '';
    if (typeof message === 'string') expect(text).toBe(`${message}.`);
    else expect(text).toMatch(message);
  });
});

it('takes tensors, nested arrays, typed arrays and booleans alike', () => {
  const loss = (batch: object) => cement(batch, { margin: adaptiveMargin({ scale: 'rank' }) }).dataSync()[0];
  const expected = loss({ valid: [1, 0, 1], groups: [7, 8, 8] });
  const typed = rows.map((row) => Float32Array.from(row));
  expect(
    loss({ images: typed, captions: tensor2d(rows), valid: [true, false, true], groups: ['a', 'b', 'b'] }),
  ).toBe(expected);
  expect(
    loss({
      hardCaptions: rows.map((row) => [row]),
      concreteness: [[1], [0], [5]],
      valid: [[1], [0], [1]],
      groups: Int32Array.of(7, 8, 8),
    }),
  ).toBe(expected);
  expect(
    loss({
      hardCaptions: tensor3d(rows.map((row) => [row])),
      valid: tensor2d([[1], [0], [1]], [3, 1], 'bool'),
      groups: [1e9, 1e9 + 1, 1e9 + 1],
    }),
  ).toBe(expected);
});

it('takes whatever is not 0 in a tensor of valid as 1, since it is not read back', () => {
  const loss = (valid: Tensor | number[]) => cement({ valid }).dataSync()[0];
  expect(loss(tensor1d([2, 0, -1]))).toBe(loss([1, 0, 1]));
});

it('carries the name of the argument, for a caller that knows where it comes from', () => {
  const argumentOf = (call: () => unknown) => {
    try {
      return call();
    } catch (error) {
      return (error as { argument?: unknown }).argument;
    }
  };
  expect(argumentOf(() => negClipLoss({ images: rows, captions: rows }))).toBe('hardCaptions');
  expect(argumentOf(() => cement({}, { logitScale: 0 }))).toBe('logitScale');
  expect(argumentOf(() => cement({}, { marginn: 1 } as object))).toBe('marginn');
});

it('refuses to be differentiated twice', () => {
  const before = memory().numTensors;
  const images = tensor2d(rows);
  const twice = grad((x) => grad((y) => infoNceLoss({ images: y, captions: rows }))(x));
  expect(() => twice(images)).toThrow(
    'infoNceLoss: second-order gradients are not supported; take the gradient once',
  );
  images.dispose();
  expect(memory().numTensors).toBe(before);
});

it('leaves nothing behind but its result', () => {
  const before = memory().numTensors;
  const logitScale = scalar(10);
  const images = tensor2d(rows);
  infoNceLoss({ images, captions: rows }, { logitScale }).dispose();
  cementLoss({ ...good, images, valid: [1, 0, 1], groups: [1, 1, 2] }, { logitScale }).dispose();
  const budget = gradientBudget({ ...good, images }, { logitScale });
  expect(memory().numTensors).toBe(before + 2 + 6);
  for (const direction of Object.values(budget))
    for (const share of Object.values(direction)) share.dispose();
  images.dispose();
  logitScale.dispose();
  expect(memory().numTensors).toBe(before);
});
