import '@tensorflow/tfjs-backend-cpu';
import { grads, memory, setBackend, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { gradientBudget } from './budget/gradient-budget';
import { cementLoss } from './losses/cement-loss';
import { infoNceLoss } from './losses/info-nce-loss';
import { negClipLoss } from './losses/neg-clip-loss';
import { adaptiveMargin } from './margins/adaptive-margin';
import { balancedMargin } from './margins/balanced-margin';
import { noMargin } from './margins/no-margin';
import { staticMargin } from './margins/static-margin';
import { distance } from './testing/golden';
import { referenceLoss } from './testing/reference';

// A small fixed batch; waves are as good as noise and need no generator.
const wave = (rows: number, dim: number, phase: number): number[][] =>
  Array.from({ length: rows }, (_, i) =>
    Array.from({ length: dim }, (_, d) => Math.sin(phase + 1.7 * i + 2.3 * d * (i + 1))),
  );
const images = wave(4, 5, 0.2);
const captions = wave(4, 5, 1.1);
const hardCaptions = wave(4, 5, 2.4);
const hardImages = wave(4, 5, 3.9);
const concreteness = [4.9, 2.2, 3.1, 1.4];
const batch = { images, captions, hardCaptions, hardImages, concreteness };
const ones = [[1], [1], [1], [1]];

/** What the formula in float64 says of this batch, with the same margin (in logits) everywhere. */
const reference = (margin: number, tau = 0.07, valid = ones) =>
  referenceLoss({
    images,
    captions,
    hardCaptions: hardCaptions.map((row) => [row]),
    valid,
    groups: [0, 1, 2, 3],
    margins: ones.map(() => [margin]),
    tau,
    normalize: true,
  });
const read = (loss: () => Tensor): number => tidy(() => loss().dataSync()[0] ?? Number.NaN);
const cement = (value: number, more = {}) =>
  read(() => cementLoss(batch, { margin: staticMargin({ value }), ...more }));
const cosine = (a: number[] = [], b: number[] = []): number =>
  a.reduce((total, entry, d) => total + entry * (b[d] ?? 0), 0) / Math.hypot(...a) / Math.hypot(...b);
const mean = (values: number[]): number => values.reduce((total, value) => total + value, 0) / values.length;

beforeAll(async () => {
  await setBackend('cpu');
});

describe('the limits that define the loss', () => {
  it('1: without a margin it is InfoNCE with hard negatives', () => {
    expect(cement(0)).toBe(read(() => negClipLoss(batch)));
    expect(read(() => cementLoss(batch, { margin: noMargin() }))).toBe(read(() => negClipLoss(batch)));
    expect(cement(0)).toBeCloseTo(reference(0).loss, 5);
  });

  it('2: at −∞ the own hard negative leaves its own row, and valid = 0 takes it out of all', () => {
    const own = read(() => cementLoss(batch, { margin: staticMargin({ value: -1000 }) }));
    expect(own).toBeCloseTo(reference(-1000).loss, 5);
    const valid = [0, 0, 0, 0];
    expect(read(() => cementLoss({ ...batch, valid }))).toBeCloseTo(
      read(() => infoNceLoss(batch)),
      6,
    );
    expect(read(() => cementLoss({ ...batch, valid: [1, 0, 1, 1] }, { margin: noMargin() }))).toBeCloseTo(
      reference(0, 0.07, [[1], [0], [1], [1]]).loss,
      5,
    );
  });

  it('3: at +∞ it is a pairwise ranking loss', () => {
    const margin = 500;
    const ranking = images.map(
      (image, i) => (cosine(image, hardCaptions[i]) - cosine(image, captions[i])) / 0.07 + margin,
    );
    const text = mean(reference(0).textRows.map((row) => row.loss));
    expect(2 * cement(margin) - text).toBeCloseTo(mean(ranking), 3);
  });

  it('4: at τ → 0, τ·L is a hinge', () => {
    const tau = 0.001;
    const hinge = images.map((image, i) => {
      const positive = cosine(image, captions[i]);
      const easy = [...captions, ...hardCaptions].map((text) => cosine(image, text) - positive);
      return Math.max(0, ...easy, cosine(image, hardCaptions[i]) + 0.1 - positive);
    });
    const text = captions.map(
      (caption, i) => Math.max(...images.map((image) => cosine(image, caption))) - cosine(images[i], caption),
    );
    const loss = cement(0.1, { margin: staticMargin({ value: 0.1, unit: 'cosine' }), logitScale: 1 / tau });
    expect(loss * tau).toBeCloseTo((mean(hinge) + mean(text)) / 2, 3);
  });

  it("5: a constant margin is SimCSE's weight e^μ on the hard negative", () => {
    const weight = 3;
    const scores = (i: number) => ({
      positive: Math.exp(cosine(images[i], captions[i]) / 0.07),
      others:
        mean(
          [0, 1, 2, 3]
            .filter((j) => j !== i)
            .map(
              (j) =>
                Math.exp(cosine(images[i], captions[j]) / 0.07) +
                Math.exp(cosine(images[i], hardCaptions[j]) / 0.07),
            ),
        ) * 3,
      own: Math.exp(cosine(images[i], hardCaptions[i]) / 0.07),
    });
    const rows = images.map((_, i) => {
      const { positive, others, own } = scores(i);
      return -Math.log(positive / (positive + others + weight * own));
    });
    const text = mean(reference(0).textRows.map((row) => row.loss));
    expect(2 * cement(Math.log(weight)) - text).toBeCloseTo(mean(rows), 4);
  });

  it('6 and 7: alone with its hard negatives a pair has the additive-margin softmax, with one of them a softplus', () => {
    const alone = { images: images.slice(0, 1), captions: captions.slice(0, 1) };
    const logits = hardCaptions.map(
      (hard) => (cosine(images[0], hard) - cosine(images[0], captions[0])) / 0.07,
    );
    for (const count of [1, 3]) {
      const own = logits.slice(0, count);
      const additive = Math.log(1 + own.reduce((total, z) => total + Math.exp(z + 1.5), 0));
      const loss = read(() =>
        cementLoss(
          { ...alone, hardCaptions: [hardCaptions.slice(0, count)] },
          { margin: staticMargin({ value: 1.5 }) },
        ),
      );
      expect(2 * loss).toBeCloseTo(additive, 5);
    }
  });

  it('8: permuting the batch permutes gradients; a constant on a row does nothing; paired is its own transpose', () => {
    const order = [2, 0, 3, 1];
    const shuffle = <T>(rows: T[]): T[] => order.map((row) => rows[row] as T);
    const gradients = (move: <T>(rows: T[]) => T[]) =>
      tidy(() =>
        grads((v, t, h) =>
          cementLoss({ images: v, captions: t, hardCaptions: h, concreteness: move(concreteness) }),
        )([images, captions, hardCaptions].map((x) => tensor(move(x)))).map(
          (gradient) => gradient.arraySync() as number[][],
        ),
      );
    const straight = gradients((rows) => rows);
    gradients(shuffle).forEach((gradient, index) => {
      expect(distance(gradient.flat(), shuffle(straight[index] ?? []).flat())).toBeLessThan(1e-5);
    });

    const shifted = tidy(() => {
      const raise = (rows: number[][], by: number) => rows.map((row) => [...row, by]);
      const options = { normalize: false, logitScale: 2 };
      const far = {
        images: raise(images, 3),
        captions: raise(captions, 1),
        hardCaptions: raise(hardCaptions, 1),
        concreteness,
      };
      return [gradientBudget(batch, options), gradientBudget(far, options)].map(({ imageToText }) => [
        ...imageToText.hard.dataSync(),
      ]);
    });
    expect(distance(shifted[1] ?? [], shifted[0] ?? [])).toBeLessThan(1e-5);

    const turned = {
      images: captions,
      captions: images,
      hardCaptions: hardImages,
      hardImages: hardCaptions,
      concreteness,
    };
    const paired = { layout: 'paired' as const };
    expect(read(() => cementLoss(turned, paired))).toBeCloseTo(
      read(() => cementLoss(batch, paired)),
      5,
    );
  });

  it.each(['captions', 'triplet', 'paired'] as const)(
    '9: finite at |m/τ| = 1,000 and τ = 0.001, %s',
    (layout) => {
      const margins = [
        ...[-1000, 1000].map((value) => staticMargin({ value })),
        ...[-1, 1].map((value) => staticMargin({ value, unit: 'cosine' })),
        adaptiveMargin({ min: 1000, max: -1000, scale: 'rank' }),
        balancedMargin({ share: 0.999 }),
        noMargin(),
      ];
      const rowsOf = (count: number) => ({
        images: images.slice(0, count),
        captions: captions.slice(0, count),
        hardCaptions: hardCaptions.slice(0, count),
        hardImages: hardImages.slice(0, count),
        concreteness: concreteness.slice(0, count),
      });
      const zero = (rows: number[][]) => rows.map((row) => row.map(() => 0));
      const full = rowsOf(4);
      const hostile = [
        full,
        rowsOf(1),
        rowsOf(2),
        { ...full, valid: [0, 0, 0, 0] },
        { ...full, valid: [0, 1, 0, 1], concreteness: [Number.NaN, 2, 0, 5] },
        { ...full, groups: ['a', 'a', 'a', 'a'] },
        { ...full, textIds: full.images.map(() => ['a', 'a']) },
        { ...full, textIds: full.images.map((_, i) => [i % 2, 'a']), valid: [1, 0, 1, 1] },
        { ...full, hardCaptions: zero(hardCaptions), images: zero(images) },
      ];
      for (const margin of margins) {
        for (const rows of hostile) {
          const before = memory().numTensors;
          const numbers = tidy(() => {
            const { images: v, captions: t, hardCaptions: h, ...rest } = rows;
            const options = { margin, layout };
            const found = grads((a, b, c, s) =>
              cementLoss({ images: a, captions: b, hardCaptions: c, ...rest }, { ...options, logitScale: s }),
            )([tensor(v), tensor(t), tensor(h), tensor(1000)]);
            const budget = gradientBudget(rows, { ...options, logitScale: 1000 });
            const all = [
              ...found,
              ...Object.values(budget.imageToText),
              ...Object.values(budget.textToImage),
            ];
            return [
              read(() => cementLoss(rows, { ...options, logitScale: 1000 })),
              ...all.flatMap((x) => [...x.dataSync()]),
            ];
          });
          expect(numbers.every(Number.isFinite), `${margin.name}, ${JSON.stringify(rows).slice(0, 80)}`).toBe(
            true,
          );
          expect(memory().numTensors).toBe(before);
        }
      }
    },
  );
});

it('a balanced margin gives the own hard negatives their share at least, whatever the batch size', () => {
  for (const count of [4, 64]) {
    const rows = {
      images: wave(count, 32, 0.3),
      captions: wave(count, 32, 1),
      hardCaptions: wave(count, 32, 2),
    };
    const shares = tidy(() => {
      const { hard, pull } = gradientBudget(rows, { margin: balancedMargin({ share: 0.4 }) }).imageToText;
      const pulls = pull.dataSync();
      return [...hard.dataSync()].map((share, row) => share / (pulls[row] ?? Number.NaN));
    });
    expect(Math.min(...shares)).toBeGreaterThan(0.4 - 1e-4);
  }
});

it('ranks average ties, leave empty slots out and are ½ where nothing can be ranked', () => {
  const margins = (c: number[], valid?: number[]) =>
    tidy(() => {
      const margin = adaptiveMargin({ max: 1, scale: 'rank' });
      const present = valid && { valid: tensor(valid, [c.length, 1]) as never };
      return [
        ...(margin
          .perNegative?.({
            shape: [c.length, 1],
            concreteness: tensor(c, [c.length, 1]) as never,
            ...present,
          })
          .dataSync() ?? []),
      ];
    });
  expect(margins([3, 5, 1])).toEqual([0.5, 1, 0]);
  expect(margins([2, 2, 4])).toEqual([0.25, 0.25, 1]);
  expect(margins([2, 4, 5], [1, 1, 0]).slice(0, 2)).toEqual([0, 1]);
  expect(margins([3])).toEqual([0.5]);
  expect(margins([3, 3])).toEqual([0.5, 0.5]);
});
