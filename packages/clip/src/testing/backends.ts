import { afterAll, beforeAll, describe } from 'vitest';
import { testedBackends } from '../backend/backends';
import { useBackend } from '../backend/use-backend';
import { useWasmKernels, type WasmKernels } from '../wasm-kernels';

/** The tests of `suite` on each backend that Node has without a GPU, and on wasm with our kernels. */
export function describeOnBackends(name: string, suite: (backend: string) => void): void {
  describe.each(testedBackends('node'))(`${name} (%s)`, (backend) => {
    beforeAll(async () => {
      await useBackend(backend);
    });
    suite(backend);
  });
  describeWithKernels(name, () => suite('wasm'));
}

/** The tests of `suite` on wasm with our kernels, with relaxed SIMD where this runtime has it, and without. */
export function describeWithKernels(name: string, suite: () => void): void {
  describe.each([true, false])(`${name} (wasm with kernels, relaxed %s)`, (relaxed) => {
    let kernels: WasmKernels;
    beforeAll(async () => {
      await useBackend('wasm');
      kernels = await useWasmKernels({ relaxed });
      if (kernels.variant === 'none') throw new Error(`no kernels: ${kernels.reason}`);
    });
    afterAll(() => kernels.remove());
    suite();
  });
}
