import '@tensorflow/tfjs-backend-cpu';
import {
  dispose,
  memory,
  scalar,
  setBackend,
  type Tensor,
  tensor,
  tidy,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  balancedMargin,
  type ContrastiveBatch,
  cementLoss,
  gradientBudget,
  infoNceLoss,
  keepClose,
  type LossTerm,
  negClipLoss,
  noMargin,
  ownNegatives,
  similarityMargin,
  staticMargin,
  sumLosses,
} from './index';

const wave = (rows: number, phase: number, dim = 5): number[][] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: dim }, (_, d) => Math.sin(phase + 1.7 * i + 2.3 * d * (i + 1))),
  );
const batch = {
  images: wave(5, 0.2),
  captions: wave(5, 1.1),
  hardCaptions: wave(5, 2.4),
  hardImages: wave(5, 3.9),
  teacher: { images: wave(5, 5, 3), captions: wave(5, 6, 3), logitScale: 9 },
};
const same = { ...batch, teacher: { images: batch.images, captions: batch.captions, logitScale: 9 } };
const read = (loss: () => Tensor): number => tidy(() => loss().dataSync()[0] ?? Number.NaN);
const options = { logitScale: 6 };

beforeAll(async () => {
  await setBackend('cpu');
});

describe('limits in which one loss is another', () => {
  it('no strength is no margin, and a margin by similarity lies between the least and the largest static one', () => {
    const plain = read(() => negClipLoss(batch, options));
    const at = (strength: number, others = false) =>
      read(() => cementLoss(batch, { ...options, margin: similarityMargin({ strength, others }) }));
    expect(at(0)).toBeCloseTo(plain, 6);
    expect(at(0, true)).toBeCloseTo(plain, 6);
    // Cosines lie in [−1, 1].
    const within = [-2, 2].map((value) =>
      read(() => cementLoss(batch, { ...options, margin: staticMargin({ value }) })),
    );
    expect(at(2)).toBeGreaterThan(within[0] ?? Number.NaN);
    expect(at(2)).toBeLessThan(within[1] ?? Number.NaN);
  });

  it('of one pair, own negatives are twice the loss of an image row of NegCLIP', () => {
    const one = { images: wave(1, 0.2), captions: wave(1, 1.1), hardCaptions: [wave(3, 2.4)] };
    expect(read(() => ownNegatives({ weight: 0.5 })(one, options))).toBeCloseTo(
      read(() => negClipLoss(one, options)),
      6,
    );
  });

  it('a margin inside is that of Cement', () => {
    const one = { images: wave(1, 0.2), captions: wave(1, 1.1), hardCaptions: wave(1, 2.4) };
    for (const margin of [staticMargin({ value: 0.3, unit: 'cosine' }), similarityMargin()])
      expect(read(() => ownNegatives({ margin })(one, options))).toBeCloseTo(
        read(() => cementLoss(one, { ...options, margin })),
        6,
      );
  });

  it('a model at its teacher has no distance and no gradient, and cross entropy is KL and a constant', () => {
    const images = tensor(batch.images);
    const { value, grads } = valueAndGrads((x: Tensor) => keepClose()({ ...same, images: x }, options))([
      images,
    ]);
    expect(Math.abs(value.dataSync()[0] ?? Number.NaN)).toBeLessThan(1e-6);
    expect(Math.max(...(grads[0] as Tensor).dataSync().map(Math.abs))).toBeLessThan(1e-6);
    dispose([images, value, ...grads]);
    const entropy = read(() => keepClose({ kind: 'crossEntropy' })(same, options));
    const kl = read(() => keepClose()(batch, options));
    expect(kl).toBeGreaterThan(0.01);
    const given = { ...batch, images: batch.captions };
    const apart = (rows: ContrastiveBatch) =>
      read(() => keepClose({ kind: 'crossEntropy' })(rows, options)) - read(() => keepClose()(rows, options));
    expect(apart(given)).toBeCloseTo(apart(batch), 5);
    expect(entropy).toBeGreaterThan(0);
  });

  it('hard captions and the learned scale take no part in keeping close', () => {
    const value = read(() => keepClose()(batch, options));
    expect(read(() => keepClose()({ ...batch, hardCaptions: wave(5, 9) }, { logitScale: 30 }))).toBe(value);
    expect(read(() => keepClose({ scale: 'own' })(batch, { logitScale: 30 }))).not.toBeCloseTo(value, 2);
  });
});

describe('where it is hard to compute', () => {
  it.each([0.001, 1, 1000])('a true caption far ahead or behind keeps its digits, 1/τ = %d', (logitScale) => {
    for (const focus of [0, 0.5, 2])
      for (const smoothing of [0, 0.1, 1])
        for (const rows of [
          batch,
          { ...batch, valid: [1, 0, 1, 0, 0] },
          { ...batch, valid: [0, 0, 0, 0, 0] },
        ]) {
          const before = memory().numTensors;
          const term = sumLosses(ownNegatives({ focus, smoothing }), keepClose({ scale: 'own' }));
          const numbers = tidy(() => {
            const { value, grads } = valueAndGrads((x: Tensor, s: Tensor) =>
              term({ ...rows, images: x }, { logitScale: s, chunkSize: 2 }),
            )([tensor(batch.images), scalar(logitScale)]);
            return [value, ...grads].flatMap((x) => [...x.dataSync()]);
          });
          expect(numbers.every(Number.isFinite), `${focus}, ${smoothing}`).toBe(true);
          expect(memory().numTensors).toBe(before);
        }
  });

  it('the pull of a true caption at p = 1 − 1e-9 is 1e-9', () => {
    const one = { images: [[1, 0]], captions: [[1, 0]], hardCaptions: [[0, 1]] };
    const scale = Math.log(1e9);
    const pulled = tidy(() => {
      const term = (x: Tensor) =>
        ownNegatives({ weight: 1 })({ ...one, captions: x }, { logitScale: scale, normalize: false });
      return (valueAndGrads(term)([tensor(one.captions)]).grads[0] as Tensor).dataSync()[0] ?? Number.NaN;
    });
    expect(-pulled / scale / 1e-9).toBeCloseTo(1, 4);
  });
});

describe('the gradient budget of a sum', () => {
  const term = { weight: 0.8, focus: 2, smoothing: 0.05 };
  const sum = sumLosses(infoNceLoss, ownNegatives(term), keepClose());

  it('is that of the base, and the own hard captions by finite differences', () => {
    const before = memory().numTensors;
    const [base, all] = [infoNceLoss, sum].map((loss) => gradientBudget(batch, { ...options, loss }));
    if (!base || !all) throw new Error('there are two');
    const values = (x: Tensor) => [...x.dataSync()];
    expect(values(all.textToImage.pull)).toEqual(values(base.textToImage.pull));
    expect(values(all.imageToText.easy)).toEqual(values(base.imageToText.easy));
    // Half of each row's loss over N is what the whole loss has of it: s_ih is moved by a hard caption that is its own image.
    const units = batch.images.map((row) => row.map((x) => x / Math.hypot(...row)));
    const hard = batch.hardCaptions.map((row) => row.map((x) => x / Math.hypot(...row)));
    const slopes = hard.map((_, row) => {
      const at = (by: number) => {
        const moved = hard.map((h, i) => h.map((x, d) => x + (i === row ? by * (units[i]?.[d] ?? 0) : 0)));
        const unit = {
          images: units,
          captions: batch.captions.map((c) => c.map((x) => x / Math.hypot(...c))),
        };
        return read(() =>
          ownNegatives(term)({ ...unit, hardCaptions: moved }, { ...options, normalize: false }),
        );
      };
      return ((at(0.01) - at(-0.01)) / 0.02) * 2 * hard.length;
    });
    for (const [row, slope] of slopes.entries())
      expect(values(all.imageToText.hard)[row]).toBeCloseTo(slope, 2);
    dispose(
      [base, all]
        .flatMap(({ imageToText, textToImage }) => [imageToText, textToImage])
        .flatMap(Object.values),
    );
    expect(memory().numTensors).toBe(before);
  });

  it('adds vectors in embedding space, and terms of a batch in two layouts', () => {
    const twice = sumLosses(
      (b, o) => cementLoss(b, { ...o, margin: noMargin(), layout: 'paired' }),
      ownNegatives(term),
    );
    for (const [loss, rows] of [
      [sum, 5],
      [twice, 10],
    ] as const) {
      const { imageToText } = gradientBudget(batch, { ...options, loss, space: 'embedding' });
      const hard = [...imageToText.hard.dataSync()];
      expect(hard.length).toBe(rows);
      expect(Math.min(...hard.slice(0, 5))).toBeGreaterThan(0);
    }
  });

  it('refuses two losses, and terms without one are their own', () => {
    expect(() => gradientBudget(batch, { loss: sumLosses(infoNceLoss, negClipLoss) })).toThrow(
      'gradientBudget: loss must call one loss of this package once, got 2 calls.',
    );
    expect(() => gradientBudget(batch, { loss: keepClose() })).toThrow('got 0 calls.');
    const { imageToText } = gradientBudget(batch, { loss: ownNegatives() });
    expect(Math.max(...imageToText.hard.dataSync())).toBeGreaterThan(0);
  });
});

describe('what is refused', () => {
  const call = (term: LossTerm, rows: object) => term({ ...batch, ...rows }, options);
  const cases: ReadonlyArray<readonly [message: string, call: () => unknown]> = [
    ['similarityMargin: strength must be a number ≥ 0, got -1', () => similarityMargin({ strength: -1 })],
    ['ownNegatives: weight must be a number ≥ 0, got -1', () => ownNegatives({ weight: -1 })],
    ['ownNegatives: smoothing must be at most 1 in magnitude, got 2', () => ownNegatives({ smoothing: 2 })],
    [
      'ownNegatives: margin must be one of each hard caption, since no other negatives are here, got a value of type object',
      () => ownNegatives({ margin: balancedMargin({ share: 0.3 }) }),
    ],
    [
      'ownNegatives: hardCaptions must be in the batch of a loss with hard captions, got undefined',
      () => call(ownNegatives(), { hardCaptions: undefined }),
    ],
    [
      "keepClose: kind must be 'kl', 'crossEntropy' or 'squared', got the string \"mse\"",
      () => keepClose({ kind: 'mse' as 'kl' }),
    ],
    ["keepClose: scale must be 'teacher' or 'own', got null", () => keepClose({ scale: null as never })],
    [
      'keepClose: teacher must be in the batch: { images, captions, logitScale } of the model that the training starts from, got undefined',
      () => call(keepClose(), { teacher: undefined }),
    ],
    [
      "keepClose: teacher.images must be float32 [5, D], the teacher's of the same images, got float32 [4, 5]",
      () => call(keepClose(), { teacher: { ...same.teacher, images: wave(4, 1) } }),
    ],
    [
      "keepClose: teacher.images must be float32 [5, 5], the teacher's of the same images, got float32 [5, 3]",
      () => call(keepClose({ kind: 'squared' }), {}),
    ],
    [
      'keepClose: teacher.captions must hold finite numbers, got NaN at row 0',
      () => call(keepClose(), { teacher: { ...same.teacher, captions: [[Number.NaN]] } }),
    ],
    [
      'keepClose: teacher.logitScale must be a positive number (1/τ, like 100) or a float32 scalar tensor, got 0',
      () => call(keepClose(), { teacher: { ...same.teacher, logitScale: 0 } }),
    ],
    ['sumLosses: losses must be at least one loss, such as infoNceLoss, got 0', () => sumLosses()],
    [
      'sumLosses: losses must be functions of a batch, such as infoNceLoss, got a value of type object',
      () => sumLosses(infoNceLoss, {} as never),
    ],
    [
      'sumLosses: losses must return scalars, got 3',
      () =>
        call(
          sumLosses(infoNceLoss, () => 3 as never),
          {},
        ),
    ],
    [
      'keepClose: there is no option "temperature"; there are logitScale (1/τ), normalize, chunkSize',
      () => keepClose()(batch, { temperature: 1 } as object),
    ],
  ];
  it.each(cases)('%s', (message, make) => {
    const before = memory().numTensors;
    expect(make).toThrow(`${message}.`);
    expect(memory().numTensors).toBe(before);
  });
});
