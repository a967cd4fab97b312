import { env, findBackendFactory, getBackend, ready, setBackend, tensor1d } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import { dawnPackage, provideWebGpu } from './node-webgpu';

interface BackendPackage {
  /** Name under which tfjs registers it. */
  readonly name: string;
  readonly package: string;
}

const backends = {
  cpu: { name: 'cpu', package: '@tensorflow/tfjs-backend-cpu' },
  wasm: { name: 'wasm', package: '@tensorflow/tfjs-backend-wasm' },
  webgl: { name: 'webgl', package: '@tensorflow/tfjs-backend-webgl' },
  webgpu: { name: 'webgpu', package: '@tensorflow/tfjs-backend-webgpu' },
  node: { name: 'tensorflow', package: '@tensorflow/tfjs-node' },
  'node-gpu': { name: 'tensorflow', package: '@tensorflow/tfjs-node-gpu' },
} as const satisfies Record<string, BackendPackage>;

export type BackendName = keyof typeof backends;

/** Names that {@link useBackend} knows. */
export const backendNames = Object.keys(backends) as readonly BackendName[];

/**
 * Makes tfjs use a backend, loading its package if nobody has: `cpu`, `wasm`, `webgl` and `webgpu` by tfjs's
 * own names, `node` and `node-gpu` for tfjs-node on libtensorflow. In Node, `webgpu` takes the package webgpu (Dawn)
 * and a Vulkan, Metal or Direct3D driver. In a bundle, import the backend's package
 * yourself (and call wasm's `setWasmPaths`); then this only switches to it.
 *
 * Throws an InputError for an unknown name, a package that is not installed, or a backend that does not start.
 */
export async function useBackend(name: string): Promise<BackendName> {
  if (!isBackendName(name)) {
    throw new InputError(
      `useBackend: the backend must be one of ${backendNames.join(', ')}, got ${JSON.stringify(name)}.`,
    );
  }
  const backend = backends[name];
  if (findBackendFactory(backend.name) === null) await load(name, backend);
  let started = false;
  let reason = '';
  try {
    started = await setBackend(backend.name);
    await ready();
  } catch (error) {
    reason = ` (${error instanceof Error ? error.message : String(error)})`;
  }
  if (!started || getBackend() !== backend.name) {
    throw new InputError(
      `useBackend: ${name} does not start on this machine${reason}; try one of ${backendNames.filter((other) => other !== name).join(', ')}.`,
    );
  }
  if (name === 'cpu') keepQuiet();
  return name;
}

/** The cpu backend greets its first tensor in Node with four lines about tfjs-node on stderr, except in tests. */
function keepQuiet(): void {
  const wasTest = env().getBool('IS_TEST');
  env().set('IS_TEST', true);
  tensor1d([0]).dispose();
  env().set('IS_TEST', wasTest);
}

async function load(name: BackendName, backend: BackendPackage): Promise<void> {
  if (name === 'node' || name === 'node-gpu') restoreRemovedNodeFunctions();
  if (name === 'webgpu') await orSay(name, dawnPackage, provideWebGpu);
  // A name that bundlers cannot see: the peers are optional, and a bundle must not need all of them.
  const specifier: string = backend.package;
  await orSay(name, specifier, () => import(/* @vite-ignore */ /* webpackIgnore: true */ specifier));
}

/** Says how to install the package that is not there, or why it does not load. */
async function orSay(name: BackendName, packageName: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    const missing =
      error instanceof Error &&
      'code' in error &&
      (error.code === 'ERR_MODULE_NOT_FOUND' || error.code === 'MODULE_NOT_FOUND');
    const reason =
      missing || !(error instanceof Error) ? 'is not installed' : `does not load (${error.message})`;
    throw new InputError(
      `useBackend: ${name} needs the package ${packageName}, which ${reason}; npm install ${packageName} and try again.`,
    );
  }
}

/** tfjs-node 4.22 calls functions of node:util that Node 23 removed. */
function restoreRemovedNodeFunctions(): void {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function') return;
  const util: object = process.getBuiltinModule('node:util');
  const removed: Readonly<Record<string, (x: unknown) => boolean>> = {
    isNullOrUndefined: (x) => x === null || x === undefined,
    isArray: (x) => Array.isArray(x),
  };
  for (const [name, value] of Object.entries(removed)) {
    if (!(name in util)) Object.defineProperty(util, name, { value, configurable: true });
  }
}

function isBackendName(name: string): name is BackendName {
  return Object.hasOwn(backends, name);
}
