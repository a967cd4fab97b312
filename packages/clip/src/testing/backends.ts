import { useWasmKernels, type WasmKernels } from '@slipform/tfjs-kernels';
import { afterAll, beforeAll, describe } from 'vitest';
import { testedBackends } from '../backend/backends';
import { useBackend } from '../backend/use-backend';

/** `SLIPFORM_BACKENDS=node` runs the tests on this backend (or these, with commas) in place of what every machine has. */
const chosen = process.env.SLIPFORM_BACKENDS?.split(',');

/**
 * The tests of `suite` on the chosen backends, or else on each that Node has by itself, and on wasm with our kernels.
 * Tests read by `data()` and `array()`, since webgpu in Node can't read at once.
 */
export function describeOnBackends(name: string, suite: () => void): void {
  describeOn(chosen ?? testedBackends('node'), name, suite);
  if (!chosen) describeWithKernels(name, suite);
}

/**
 * The tests of `suite` on the chosen backends, or else on wasm, and on wasm with our kernels: for what calls ops, where each of
 * the ops runs on all backends in a test of its own.
 */
export function describeAboveOps(name: string, suite: () => void): void {
  describeOn(chosen ?? ['wasm'], name, suite);
  if (!chosen) describeKernels(name, true, suite);
}

/** The tests of `suite` on wasm alone, the quickest, since no backend's kernels matter to them, or on the chosen backends. */
export function describeOnOne(name: string, suite: () => void): void {
  describeOn(chosen ?? ['wasm'], name, suite);
}

/** The tests of `suite` on the backends that workers compute on, whose values lie in the process; with kernels on wasm, and without. */
export function describeWithWorkers(name: string, suite: () => void): void {
  describeOn(['cpu', 'wasm'], name, suite);
  describeKernels(name, true, suite);
}

function describeOn(backends: readonly string[], name: string, suite: () => void): void {
  describe.each(backends)(`${name} (%s)`, (backend) => {
    beforeAll(async () => {
      await useBackend(backend);
    });
    suite();
  });
}

/**
 * The tests of `suite` on wasm with our kernels: the fastest that this runtime has, behind a flag or not, and those
 * that any runtime has.
 */
export function describeWithKernels(name: string, suite: () => void): void {
  for (const fastest of [true, false]) describeKernels(name, fastest, suite);
}

function describeKernels(name: string, fastest: boolean, suite: () => void): void {
  describe(`${name} (wasm with kernels, the fastest ${fastest})`, () => {
    let kernels: WasmKernels;
    beforeAll(async () => {
      await useBackend('wasm');
      kernels = await useWasmKernels({ relaxed: fastest, experimental: fastest });
      if (kernels.variant === 'none') throw new Error(`no kernels: ${kernels.reason}`);
    });
    afterAll(() => kernels.remove());
    suite();
  });
}
