import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import plain from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threaded from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { memory, setBackend, tensor2d, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { adaptiveMargin } from './margins/adaptive-margin';
import { errorsOf } from './testing/errors-of';
import { denormalFactors, everyLoss, extremeDeviation, rowFactors } from './testing/extreme-rows';
import { cementCases, deviations, keepSearchCases, peerCases } from './testing/golden';
import { lossCases } from './testing/loss-registry';
import { randomBatch } from './testing/random-batch';
import { referenceRanks } from './testing/reference';

setWasmPaths({
  'tfjs-backend-wasm.wasm': plain,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threaded,
});

describe.each(['cpu', 'wasm', 'webgl', 'webgpu'])(
  'golden values and gradients in Chromium on %s',
  (backend) => {
    beforeAll(async () => {
      expect(await setBackend(backend)).toBe(true);
    });

    it.each(
      [...cementCases, ...keepSearchCases, ...peerCases].map((golden) => [golden.name, golden] as const),
    )('%s', async (_, golden) => {
      const before = memory().numTensors;
      for (const chunkSize of [undefined, 4]) {
        for (const [name, deviation] of Object.entries(await deviations(golden, chunkSize))) {
          expect(deviation, name).toBeLessThan(1e-4);
        }
      }
      expect(memory().numTensors).toBe(before);
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
      for (const batch of fc.sample(randomBatch, { numRuns: 3, seed: 1 })) {
        const before = memory().numTensors;
        for (const chunkSize of [undefined, 2]) {
          expect(Math.max(...(await errorsOf(lossCase, batch, chunkSize)))).toBeLessThan(1);
        }
        expect(memory().numTensors).toBe(before);
      }
    });
  },
);
