import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cementCases, deviations, peerCases } from './testing/golden';

/** Of a Vitest project with a backend of its own, whose setup has brought it. */
const chosen = process.env.SLIPFORM_TEST_BACKEND;
const runs: readonly (readonly [backend: string, chunkSize: number | undefined, tolerance: number])[] =
  chosen === undefined
    ? [
        ['cpu', undefined, 1e-5],
        ['wasm', undefined, 1e-5],
        ['wasm', 1, 1e-5],
        ['wasm', 4, 1e-5],
      ]
    : // As in Chromium: a GPU's exponential and logarithm are less exact.
      [
        [chosen, undefined, 1e-4],
        [chosen, 4, 1e-4],
      ];

describe.each(runs)(
  'golden values and gradients on %s, chunks of %s rows',
  (backend, chunkSize, tolerance) => {
    beforeAll(async () => {
      expect(await setBackend(backend)).toBe(true);
    });

    it.each([...cementCases, ...peerCases].map((golden) => [golden.name, golden] as const))(
      '%s',
      async (_, golden) => {
        const before = memory().numTensors;
        const found = await deviations(golden, chunkSize);
        expect(memory().numTensors).toBe(before);
        expect(Object.keys(found).sort()).toEqual([...Object.keys(golden.gradients), 'loss'].sort());
        for (const [name, deviation] of Object.entries(found))
          expect(deviation, name).toBeLessThan(tolerance);
      },
    );
  },
);

it('has all cases', () => {
  expect(cementCases.length).toBe(24);
  expect(peerCases.length).toBe(8);
});
