import { InputError, reasonOf } from '@slipform/kit/errors/input-error';
import { backend } from '@tensorflow/tfjs-core';
/** Names that `useBackend` knows. */
export type BackendName = 'cpu' | 'wasm' | 'webgl' | 'webgpu' | 'node' | 'node-gpu';

/** One backend of tfjs. */
interface Backend {
  /** Name under which tfjs registers it. */
  readonly registered: string;
  /** The npm package that brings it: an optional peer, or one of the packages that a user adds to tfjs-core. */
  readonly package: string;
  /** Where it runs: in Node, in a page. */
  readonly runsIn: readonly ('node' | 'page')[];
  /**
   * Where tests run every op, model and step on it; `step`: in Node, in a step of CI that installs what it needs. A page's cpu is
   * the same JavaScript as Node's, and its webgpu trains in one test.
   */
  readonly testedIn: readonly ('node' | 'page' | 'step')[];
  /**
   * Where a tensor's values lie. `process`: in JavaScript's or wasm's memory, where a loop over them costs less than
   * the calls of tfjs do. `library`: in a native library of this process; reading copies, but waits for nothing.
   * `device`: on a GPU; reading waits for all that was asked of it before.
   */
  readonly values: 'process' | 'library' | 'device';
}

/** Every backend that this package knows, by the name that a user gives. A new one is a row here. */
export const backends: Readonly<Record<BackendName, Backend>> = {
  cpu: {
    registered: 'cpu',
    package: '@tensorflow/tfjs-backend-cpu',
    runsIn: ['node', 'page'],
    testedIn: ['node'],
    values: 'process',
  },
  wasm: {
    registered: 'wasm',
    package: '@tensorflow/tfjs-backend-wasm',
    runsIn: ['node', 'page'],
    testedIn: ['node', 'page'],
    values: 'process',
  },
  webgl: {
    registered: 'webgl',
    package: '@tensorflow/tfjs-backend-webgl',
    runsIn: ['page'],
    testedIn: ['page'],
    values: 'device',
  },
  webgpu: {
    registered: 'webgpu',
    package: '@tensorflow/tfjs-backend-webgpu',
    runsIn: ['node', 'page'],
    testedIn: ['step'],
    values: 'device',
  },
  node: {
    registered: 'tensorflow',
    package: '@tensorflow/tfjs-node',
    runsIn: ['node'],
    testedIn: ['step'],
    values: 'library',
  },
  'node-gpu': {
    registered: 'tensorflow',
    package: '@tensorflow/tfjs-node-gpu',
    runsIn: ['node'],
    testedIn: ['step'],
    values: 'library',
  },
};

/** Names that `useBackend` knows. */
export const backendNames = Object.keys(backends) as readonly BackendName[];

/** The backends that run in Node or in a page. */
export function backendsOf(place: 'node' | 'page'): BackendName[] {
  return backendNames.filter((name) => backends[name].runsIn.includes(place));
}

/** The backends on which the test suite runs everything, in one of these places. */
export function testedBackends(place: 'node' | 'page' | 'step'): BackendName[] {
  return backendNames.filter((name) => backends[name].testedIn.includes(place));
}

/** Where the values of tensors lie on a backend that tfjs knows under this name; `device` if we don't know it. */
export function whereValuesLie(registered: string): Backend['values'] {
  return Object.values(backends).find((row) => row.registered === registered)?.values ?? 'device';
}

/** Whether reading a tensor waits for all that was asked of the backend before, so that a step's figures are read during the next. */
export function readsLate(registered: string): boolean {
  return whereValuesLie(registered) === 'device';
}

/**
 * @param action what needs it, such as `a model is made`
 * @throws {InputError} where no backend has been started. tfjs starts one whose package has been imported by itself;
 *   without one it has no words for what to do
 */
export function checkBackend(place: string, action: string): void {
  try {
    backend();
  } catch (error) {
    throw new InputError(
      `${place}: a backend of tfjs must have been started before ${action} (${reasonOf(error)}); await useBackend('wasm') first.`,
    );
  }
}
