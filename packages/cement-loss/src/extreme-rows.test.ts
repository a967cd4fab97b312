import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import {
  dispose,
  grad,
  memory,
  scalar,
  setBackend,
  type Tensor2D,
  tensor2d,
  tidy,
} from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { ceClipThresholds, gradientBudget, infoNceLoss, negClipLoss } from './index';
import { denormalFactors, everyLoss, extremeDeviation, rowFactors } from './testing/extreme-rows';

describe.each(['cpu', 'wasm'])('rows whose squares leave float32, on %s', (backend) => {
  beforeAll(async () => {
    expect(await setBackend(backend)).toBe(true);
  });

  describe.each(Object.entries({ ...rowFactors, ...denormalFactors }))('times %s', (_, factors) => {
    it.each(Object.keys(everyLoss))('%s: the value of the rows, and their gradients', async (name) => {
      const before = memory().numTensors;
      for (const chunkSize of [undefined, 3]) {
        expect(await extremeDeviation(name, factors, chunkSize)).toBeLessThan(1);
      }
      expect(memory().numTensors).toBe(before);
    });

    it('gradientBudget and ceClipThresholds see them too', () => {
      const rows = (phase: number): number[][] =>
        factors.map((factor, i) => [0, 1, 2].map((d) => factor * Math.sin(phase + i + 2.3 * d * (i + 1))));
      // Divided in float64 after float32 has rounded them.
      const near = (x: number[][]) => x.map((row, i) => row.map((y) => Math.fround(y) / (factors[i] ?? 1)));
      const far = { images: rows(0.2), captions: rows(1.1), hardCaptions: rows(2.4) };
      const close = {
        images: near(far.images),
        captions: near(far.captions),
        hardCaptions: near(far.hardCaptions),
      };
      const read = (batch: typeof far, space: 'similarity' | 'embedding') =>
        tidy(() =>
          Object.values(gradientBudget(batch, { loss: negClipLoss, space })).flatMap(({ pull, hard, easy }) =>
            [pull, hard, easy].map((x) => [...x.dataSync()]),
          ),
        );
      for (const space of ['similarity', 'embedding'] as const) {
        const [found, wanted] = [read(far, space), read(close, space)];
        for (const [kind, part] of wanted.entries()) {
          part.forEach((expected, row) => {
            const scaled = space === 'embedding' ? expected / (factors[row] ?? 1) : expected;
            const got = found[kind]?.[row] ?? Number.NaN;
            if (scaled > 3.4e38) expect(got).toBeGreaterThan(1e38);
            else
              expect(Math.abs(got - scaled)).toBeLessThanOrEqual(
                1e-3 * scaled + 1e-6 * (scaled / (expected || 1)) + 1.2e-38,
              );
          });
        }
      }
      const [a, b] = [far, close].map((batch) => {
        const thresholds = ceClipThresholds(batch);
        const [value = Number.NaN] = thresholds.dataSync();
        dispose(thresholds);
        return value;
      });
      expect(a).toBeCloseTo(b ?? Number.NaN, 3);
    });
  });

  it.each(Object.entries(everyLoss))('%s is NaN where logits outweigh the masks', (_, loss) => {
    const rows = [1, 2, 3, 4].map((a) => [a, -a, 1, a * a]);
    const batch = { images: rows, captions: rows, hardCaptions: rows, hardImages: rows };
    const read = (x: number[][], options: object) =>
      tidy(() => loss({ ...batch, images: x }, undefined, options).dataSync()[0]);
    const times = (factor: number) => rows.map((row) => row.map((x) => factor * x));
    for (const factor of [1e12, 1e20, 2e37]) expect(read(times(factor), { normalize: false })).toBeNaN();
    expect(read(times(1), { normalize: false })).toSatisfy(Number.isFinite);
    expect(tidy(() => read(rows, { logitScale: scalar(1e13) }))).toBeNaN();
    expect(tidy(() => read(rows, { logitScale: scalar(1e11) }))).toSatisfy(Number.isFinite);
    const slopes = tidy(() => [
      ...grad((x) => loss({ ...batch, images: x as Tensor2D }, undefined, { normalize: false }))(
        tensor2d(times(1e15)),
      ).dataSync(),
    ]);
    expect(slopes.every(Number.isNaN)).toBe(true);
  });

  it('a row of zeros has no gradient, and a tensor with NaN or ∞ gives NaN', () => {
    const rows = [
      [0, 0],
      [1, 2],
      [1e30, -1e30],
    ];
    const gradient = tidy(() => [
      ...grad((x) => infoNceLoss({ images: x, captions: [...rows].reverse() }))(tensor2d(rows)).dataSync(),
    ]);
    expect(gradient.slice(0, 2).every((x) => x === 0)).toBe(true);
    expect(gradient.every(Number.isFinite)).toBe(true);
    for (const entry of [Number.NaN, Number.POSITIVE_INFINITY]) {
      const images = tensor2d([...rows.slice(0, 2), [entry, 1]]);
      const loss = infoNceLoss({ images, captions: rows });
      expect(loss.dataSync()[0]).toBeNaN();
      dispose([images, loss]);
    }
  });
});
