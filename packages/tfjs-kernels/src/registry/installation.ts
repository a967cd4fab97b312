import { engine } from '@tensorflow/tfjs-core';
import type { CompiledKernels } from './compiled-kernels';

interface Installation {
  /** Handles that have not been removed, the latest last: it says which kernels run. */
  readonly handles: { readonly kernels: CompiledKernels }[];
  installed: { readonly kernels: CompiledKernels; readonly uninstall: () => void } | undefined;
}

/** Where it stands on tfjs's engine. Kernels are registered there, by all copies of this package (CommonJS beside ES). */
const INSTALLATION = Symbol.for('@slipform/tfjs-kernels/wasm/1');

/** The kernels that are in place on the wasm backend. */
export function installation(): Installation {
  const known = Reflect.get(engine(), INSTALLATION) as Installation | undefined;
  const found = known ?? { handles: [], installed: undefined };
  if (known === undefined) Reflect.set(engine(), INSTALLATION, found);
  return found;
}

/**
 * The compiled kernels that run on the wasm backend here: for `takeWasmKernels` of a worker, to which `postMessage` brings
 * them. Undefined where there are none.
 */
export function kernelsInPlace(): CompiledKernels | undefined {
  return installation().installed?.kernels;
}

/**
 * A backend that runs, or nothing. tfjs's own `findBackend` starts one that was only imported, and until an
 * asynchronous start like wasm's has ended, tfjs refuses every operation of the backend in use.
 */
export function startedBackend(name: string): object | undefined {
  const { registry } = engine();
  return Object.hasOwn(registry, name) ? registry[name] : undefined;
}
