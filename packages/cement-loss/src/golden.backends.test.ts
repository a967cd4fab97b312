import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { getBackend, memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cementCases, deviations, keepSearchCases, peerCases } from './testing/golden';

type Run = readonly [backend: string, chunkSize: number | undefined, tolerance: number];
const runs: readonly Run[] = process.env.SLIPFORM_BACKENDS
  ? runsOn(getBackend())
  : [['cpu', undefined, 1e-5], ...runsOn('wasm')];

/** Of the backend that SLIPFORM_BACKENDS chose and a setup file started, or of wasm. */
function runsOn(backend: string): Run[] {
  // As in Chromium: a GPU's exponential and logarithm are less exact.
  if (backend === 'webgpu') return [undefined, 4].map((chunkSize) => [backend, chunkSize, 1e-4]);
  return [undefined, 1, 4].map((chunkSize) => [backend, chunkSize, 1e-5]);
}

describe.each(runs)(
  'golden values and gradients on %s, chunks of %s rows',
  (backend, chunkSize, tolerance) => {
    beforeAll(async () => {
      expect(await setBackend(backend)).toBe(true);
    });

    it.each(
      [...cementCases, ...keepSearchCases, ...peerCases].map((golden) => [golden.name, golden] as const),
    )('%s', async (_, golden) => {
      const before = memory().numTensors;
      const found = await deviations(golden, chunkSize);
      expect(memory().numTensors).toBe(before);
      expect(Object.keys(found).sort()).toEqual([...Object.keys(golden.gradients), 'loss'].sort());
      for (const [name, deviation] of Object.entries(found)) expect(deviation, name).toBeLessThan(tolerance);
    });
  },
);

it('has all cases', () => {
  expect(cementCases.length).toBe(24 + 14);
  expect(keepSearchCases.length).toBe(30);
  expect(peerCases.length).toBe(8);
});
