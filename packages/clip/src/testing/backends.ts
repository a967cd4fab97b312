import { afterAll, beforeAll, describe } from 'vitest';
import { testedBackends } from '../backend/backends';
import { useBackend } from '../backend/use-backend';
import { useWasmKernels, type WasmKernels } from '../wasm-kernels';

/** The backend of a Vitest project that has one of its own, such as `webgpu`. */
const chosen = process.env.SLIPFORM_TEST_BACKEND;

/**
 * The tests of `suite` on the backend that SLIPFORM_TEST_BACKEND names; without it on each that Node has by itself, and
 * on wasm with our kernels. Tests read by `data()` and `array()`, since webgpu in Node can't read at once.
 */
export function describeOnBackends(name: string, suite: (backend: string) => void): void {
  describe.each(chosen === undefined ? testedBackends('node') : [chosen])(`${name} (%s)`, (backend) => {
    beforeAll(async () => {
      await useBackend(backend);
    });
    suite(backend);
  });
  if (chosen === undefined) describeWithKernels(name, () => suite('wasm'));
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
