import { engine } from '@tensorflow/tfjs-core';

/**
 * A backend that runs, or nothing. tfjs's own `findBackend` starts one that was only imported, and until an
 * asynchronous start like wasm's has ended, tfjs refuses every operation of the backend in use.
 */
export function startedBackend(name: string): object | undefined {
  const { registry } = engine();
  return Object.hasOwn(registry, name) ? registry[name] : undefined;
}
