import { ready, setBackend } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, describe } from 'vitest';
import { useWasmKernels, type WasmKernels } from '../wasm/use-wasm-kernels';

/**
 * The tests of `suite` on wasm with our kernels: the fastest that this runtime has, behind a flag or not, and those
 * that any runtime has.
 */
export function describeWithKernels(name: string, suite: () => void): void {
  describe.each([true, false])(`${name} (wasm with kernels, the fastest %s)`, (fastest) => {
    let kernels: WasmKernels;
    beforeAll(async () => {
      await startBackend('wasm');
      kernels = await useWasmKernels({ relaxed: fastest, experimental: fastest });
      if (kernels.variant === 'none') throw new Error(`no kernels: ${kernels.reason}`);
    });
    afterAll(() => kernels.remove());
    suite();
  });
}

const packages = {
  cpu: () => import('@tensorflow/tfjs-backend-cpu'),
  wasm: () => import('@tensorflow/tfjs-backend-wasm'),
};

/** Starts a backend of tfjs, or takes it into use again. */
export async function startBackend(name: keyof typeof packages): Promise<void> {
  await packages[name]();
  if (!(await setBackend(name))) throw new Error(`${name} does not start`);
  await ready();
}
