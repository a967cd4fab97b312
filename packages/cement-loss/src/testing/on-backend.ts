import { memory, setBackend, tensor2d, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { adaptiveMargin } from '../margins/adaptive-margin';
import { errorsOf } from './errors-of';
import { denormalFactors, everyLoss, extremeDeviation, rowFactors } from './extreme-rows';
import { deviations, type GoldenCase } from './golden';
import { lossCases } from './loss-registry';
import { randomBatch } from './random-batch';
import { referenceRanks } from './reference';

/** Golden values and gradients on a backend, each sixth case in chunks, too: how a loss is cut, runs everywhere in Node. */
export function describeGolden(backend: string, cases: readonly GoldenCase[]): void {
  describe(`golden values and gradients on ${backend}`, () => {
    beforeAll(async () => {
      expect(await setBackend(backend)).toBe(true);
    });

    it.each(cases.map((golden, at) => [golden.name, golden, at] as const))('%s', async (_, golden, at) => {
      const before = memory().numTensors;
      for (const chunkSize of at % 6 === 0 ? [undefined, 4] : [undefined]) {
        for (const [name, deviation] of Object.entries(await deviations(golden, chunkSize))) {
          expect(deviation, name).toBeLessThan(1e-4);
        }
      }
      expect(memory().numTensors).toBe(before);
    });
  });
}

/** What no golden case has: ranks with ties, numbers whose squares leave float32, and each loss of a random batch. */
export function describeOthers(backend: string): void {
  describe(`the losses on ${backend}`, () => {
    beforeAll(async () => {
      expect(await setBackend(backend)).toBe(true);
    });

    it.each([1, 7, 300])('ranks of %i ratings with ties and empty slots', async (count) => {
      const ratings = Array.from({ length: count }, (_, i) => [1 + ((i * 7) % 9) / 2]);
      const valid = ratings.map((_, i) => [i % 5 === 3 ? 0 : 1]);
      const before = memory().numTensors;
      const margins = tidy(() => {
        const { perNegative } = adaptiveMargin({ max: 1, scale: 'rank' });
        return perNegative?.({
          shape: [count, 1],
          concreteness: tensor2d(ratings),
          valid: tensor2d(valid),
        });
      });
      const found = [...((await margins?.data()) ?? [])];
      const wanted = referenceRanks(ratings, valid).flat();
      margins?.dispose();
      expect(found.length).toBe(count);
      found.forEach((rank, i) => {
        if (valid[i]?.[0]) expect(rank).toBeCloseTo(wanted[i] ?? Number.NaN, 5);
      });
      expect(memory().numTensors).toBe(before);
    });

    it.each(Object.keys(everyLoss))('%s, rows whose squares leave float32', async (name) => {
      const before = memory().numTensors;
      const isGpu = backend.startsWith('web');
      for (const [factor, factors] of Object.entries({ ...rowFactors, ...(isGpu ? {} : denormalFactors) })) {
        expect(await extremeDeviation(name, factors), factor).toBeLessThan(1);
      }
      expect(memory().numTensors).toBe(before);
    });

    it.each(lossCases)('%s, against its formula', async (_, lossCase) => {
      const [batch] = fc.sample(randomBatch, { numRuns: 1, seed: 1 });
      const before = memory().numTensors;
      for (const chunkSize of [undefined, 2]) {
        expect(Math.max(...(await errorsOf(lossCase, batch!, chunkSize)))).toBeLessThan(1);
      }
      expect(memory().numTensors).toBe(before);
    });
  });
}
