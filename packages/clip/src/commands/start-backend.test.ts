import { getBackend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { backends } from '../backend/backends';
import { choiceLine, startBackend } from './start-backend';

it('says what it took, and what the others needed', () => {
  expect(
    choiceLine([
      { backend: 'webgpu', milliseconds: 30.6 },
      { backend: 'wasm', milliseconds: 95 },
      { backend: 'node', problem: 'it is not there' },
    ]),
  ).toBe('computing on webgpu: 31 ms for a batch, wasm 95 ms.');
  expect(choiceLine([{ backend: 'wasm' }, { backend: 'node', problem: 'it is not there' }])).toBe(
    'computing on wasm, the only backend that starts here.',
  );
});

it('tells the name of the backend that it started', async () => {
  for (const backend of ['cpu', 'wasm', 'auto'] as const) {
    const started = await startBackend({ backend, kernels: true, experimental: false });
    expect(getBackend()).toBe(backends[started].registered);
    if (backend !== 'auto') expect(started).toBe(backend);
  }
});
