import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { ready, setBackend } from '@tensorflow/tfjs-core';
import { beforeAll, describe } from 'vitest';

/** The tests of `suite` on each backend that Node has without a GPU. */
export function describeOnBackends(name: string, suite: (backend: 'cpu' | 'wasm') => void): void {
  describe.each(['cpu', 'wasm'] as const)(`${name} (%s)`, (backend) => {
    beforeAll(async () => {
      await setBackend(backend);
      await ready();
    });
    suite(backend);
  });
}
