import { beforeAll, describe } from 'vitest';
import { useBackend } from '../backend/use-backend';

/** The tests of `suite` on each backend that Node has without a GPU. */
export function describeOnBackends(name: string, suite: (backend: 'cpu' | 'wasm') => void): void {
  describe.each(['cpu', 'wasm'] as const)(`${name} (%s)`, (backend) => {
    beforeAll(async () => {
      await useBackend(backend);
    });
    suite(backend);
  });
}
