import { getBackend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { InputError } from '../input-error';
import { useBackend } from './use-backend';

it.each(['cpu', 'wasm'])('starts %s', async (name) => {
  await useBackend(name);
  expect(getBackend()).toBe(name);
});

it('names the backends that it knows', async () => {
  const unknown = useBackend('cuda');
  await expect(unknown).rejects.toThrow(
    'useBackend: the backend must be one of cpu, wasm, webgl, webgpu, node, node-gpu, got "cuda".',
  );
  await expect(unknown).rejects.toSatisfy(InputError.isInstance);
  await expect(useBackend('constructor')).rejects.toThrow(/must be one of/);
});

it('says how to install what is missing, and what does not start here', async () => {
  await expect(useBackend('node-gpu')).rejects.toThrow(/npm install @tensorflow\/tfjs-node-gpu/);
  await expect(useBackend('webgl')).rejects.toThrow(/webgl does not start on this machine|npm install/);
});
