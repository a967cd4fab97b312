import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { memory, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { cementCases, deviations, peerCases } from './testing/golden';

describe.each([
  ['cpu', undefined],
  ['wasm', undefined],
  ['wasm', 1],
  ['wasm', 4],
] as const)('golden values and gradients on %s, chunks of %s rows', (backend, chunkSize) => {
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
      for (const [name, deviation] of Object.entries(found)) expect(deviation, name).toBeLessThan(1e-5);
    },
  );
});

it('has all cases', () => {
  expect(cementCases.length).toBe(24);
  expect(peerCases.length).toBe(8);
});
