import { InputError } from '@slipform/kit/errors/input-error';
import { getBackend, ones, registerBackend, removeBackend, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { backends, testedBackends } from './backends';
import type { BackendMeasure } from './choose-backend';
import { useBackend } from './use-backend';

it.each(testedBackends('node'))('starts %s', async (name) => {
  await useBackend(name);
  expect(getBackend()).toBe(name);
});

it('names the backends that it knows', async () => {
  const unknown = useBackend('cuda');
  await expect(unknown).rejects.toThrow(
    'useBackend: the backend must be one of cpu, wasm, webgl, webgpu, node, node-gpu and auto, got "cuda".',
  );
  await expect(unknown).rejects.toSatisfy(InputError.isInstance);
  await expect(useBackend('constructor')).rejects.toThrow(/must be one of/);
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  for (const wrong of [undefined, null, 1n, Symbol('\n'), {}, proxy, ['wasm'], 'x'.repeat(1000)]) {
    const refused = Reflect.apply(useBackend, undefined, [wrong]);
    await expect(refused).rejects.toThrow(/^useBackend: the backend must be one of .{40,160}\.$/);
    await expect(refused).rejects.toSatisfy(InputError.isInstance);
  }
});

it('says how to install what is missing, and what does not start here', async () => {
  await expect(useBackend('node-gpu')).rejects.toThrow(/npm install @tensorflow\/tfjs-node-gpu/);
  // Installed here, and Node has no canvas to draw on.
  await expect(useBackend('webgl')).rejects.toThrow(
    /^useBackend: webgl does not start on this machine \(Backend name 'webgl' not found in registry\); try one of cpu, wasm, webgpu, node, node-gpu\.$/,
  );
});

it('leaves the backend in use as it is when another one does not start', async () => {
  registerBackend('webgpu', () => Promise.reject(new Error('no adapter')), 9);
  for (const name of ['cpu', 'wasm']) {
    await useBackend(name);
    await expect(useBackend('webgpu')).rejects.toThrow(/^useBackend: webgpu does not start on this machine/);
    expect(getBackend()).toBe(name);
    expect(tidy(() => ones([2]).dataSync())).toEqual(Float32Array.of(1, 1));
  }
  removeBackend('webgpu');
});

it('takes the best of what is here by itself, and tells about it', async () => {
  const found: BackendMeasure[] = [];
  const chosen = await useBackend('auto', { onMeasured: (measures) => found.push(...measures) });
  expect(getBackend()).toBe(backends[chosen].registered);
  expect(found[0]!.backend).toBe(chosen);
  expect(found.map(({ backend }) => backend).sort()).toEqual(['node', 'node-gpu', 'wasm', 'webgpu']);
  expect(found.find(({ backend }) => backend === 'node-gpu')!.problem).toMatch(/npm install/);
  await expect(useBackend('auto', { onMeasured: 1 as never })).rejects.toThrow(
    'useBackend: onMeasured must be a function, got 1.',
  );
});
