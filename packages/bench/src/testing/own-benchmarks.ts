import { afterAll, beforeAll } from 'vitest';

const key = Symbol.for('slipform.bench.benchmarks');

/** For the tests of a file: no benchmark but this package's is registered, whatever a file before it in this process did. */
export function useOwnBenchmarks(): void {
  let before: unknown;
  beforeAll(() => {
    before = Reflect.get(globalThis, key);
    Reflect.deleteProperty(globalThis, key);
  });
  afterAll(() => void Reflect.set(globalThis, key, before));
}
