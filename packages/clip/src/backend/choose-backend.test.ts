import { InputError } from '@slipform/kit/errors/input-error';
import { getBackend, memory } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import type { BackendName } from './backends';
import { chooseBackend, timeBatch } from './choose-backend';
import { useBackend } from './use-backend';

const here: readonly BackendName[] = ['wasm', 'cpu'];

it.each([
  [{ wasm: 3, cpu: 40 }, 'wasm'],
  [{ wasm: 40, cpu: 3 }, 'cpu'],
  [{ wasm: 5, cpu: 5 }, 'wasm'],
])('takes the fastest, and the first of equals: %o', async (taken, chosen) => {
  await useBackend('cpu');
  const before = memory().numTensors;
  const measures = await chooseBackend({
    start: useBackend,
    candidates: here,
    time: async () => taken[getBackend() as 'cpu' | 'wasm'],
  });
  expect(getBackend()).toBe(chosen);
  const other = chosen === 'cpu' ? 'wasm' : 'cpu';
  expect(measures).toEqual(
    [chosen, other].map((backend) => ({ backend, milliseconds: taken[backend as 'cpu' | 'wasm'] })),
  );
  expect(memory().numTensors).toBe(before);
});

it('measures nothing where one alone starts, and says why the others do not', async () => {
  const measures = await chooseBackend({
    start: (name) =>
      name === 'node' ? Promise.reject(new InputError('it is not there.')) : useBackend(name),
    candidates: ['node', 'wasm'],
    time: () => Promise.reject(new Error('There is nothing to measure.')),
  });
  expect(getBackend()).toBe('wasm');
  expect(measures).toEqual([{ backend: 'wasm' }, { backend: 'node', problem: 'it is not there' }]);
});

it('falls back on cpu', async () => {
  const start = async (name: BackendName) => {
    if (name !== 'cpu') throw new InputError('it is not there.');
    await useBackend(name);
  };
  const [chosen, ...others] = await chooseBackend({ start });
  expect(chosen).toEqual({ backend: 'cpu' });
  expect(getBackend()).toBe('cpu');
  expect(others.map(({ backend }) => backend)).toEqual(['wasm', 'webgpu', 'node-gpu', 'node']);
});

it('times three batches behind one that warms up, and leaks nothing', async () => {
  await useBackend('wasm');
  const before = memory().numTensors;
  const clock = [0, 1000, 1050, 2000, 2030, 3000, 3040].values();
  expect(await timeBatch(() => clock.next().value!)).toBe(30);
  expect(clock.next().done).toBe(true);
  expect(memory().numTensors).toBe(before);
});
