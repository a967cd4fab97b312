import { useWasmKernels } from '@slipform/tfjs-kernels';
import { getBackend, ones, setBackend, tidy } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { useBackend } from './use-backend';

const sum = async () => {
  const x = tidy(() => ones([2]));
  const values = [...(await x.data())];
  x.dispose();
  return values;
};

// In this order: what one test imports stays imported.
it('says what to import where a page has not imported the backend', async () => {
  await expect(useBackend('webgl')).rejects.toThrow(
    /^useBackend: webgl needs the package @tensorflow\/tfjs-backend-webgl, which a page cannot find .* write import '@tensorflow\/tfjs-backend-webgl' in your own code and bundle it, after npm install @tensorflow\/tfjs-backend-webgl where it is missing\.$/,
  );
  await expect(useBackend('wasm')).rejects.toThrow(/in your own code \(and call its setWasmPaths before/);
});

it('leaves webgl in use when wasm is only imported, and when it does not start', async () => {
  await import('@tensorflow/tfjs-backend-webgl');
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  await useBackend('webgl');
  expect((await useWasmKernels()).variant).toBe('none');
  expect(await sum()).toEqual([1, 1]);
  setWasmPaths('/there-is-nothing-here/');
  await expect(useBackend('wasm')).rejects.toThrow(
    /^useBackend: wasm does not start on this machine.*: setWasmPaths of @tensorflow\/tfjs-backend-wasm must say first where its \.wasm files are served; or try one of cpu, webgl/,
  );
  expect(getBackend()).toBe('webgl');
  expect(await sum()).toEqual([1, 1]);
  await setBackend('webgl');
});
