import { afterAll, beforeAll, describe } from 'vitest';
import { useWasmKernels, type WasmKernels } from '../wasm/use-wasm-kernels';
import { startBackend } from './start-backend';

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
