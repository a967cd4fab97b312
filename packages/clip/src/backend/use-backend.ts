import { refuseOldTfjs } from '@slipform/kit/errors/refuse-old-tfjs';
import { printable, shown } from '@slipform/kit/text/printable';
import { startedBackend } from '@slipform/tfjs-kernels/registry';
import {
  env,
  findBackendFactory,
  getBackend,
  ready,
  setBackend,
  tensor1d,
  version_core,
} from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import { type BackendName, backendNames, backends } from './backends';
import { loadFailure } from './load-failure';
import { dawnPackage, provideWebGpu } from './node-webgpu';
import { checkTfjsNode, restoreRemovedNodeFunctions } from './tfjs-node';
import { watchDevice } from './watch-device';
import { withoutEmscriptenListeners } from './without-emscripten-listeners';

/**
 * Makes tfjs use a backend, loading its package if nobody has: `cpu`, `wasm`, `webgl` and `webgpu` by tfjs's
 * own names, `node` and `node-gpu` for tfjs-node on libtensorflow. In Node, `webgpu` takes the package webgpu (Dawn)
 * and a Vulkan, Metal or Direct3D driver. In a bundle, import the backend's package
 * yourself (and call wasm's `setWasmPaths`); then this only switches to it.
 *
 * @param name one of the names above
 * @returns the same name
 * @throws {InputError} for an unknown name, a package that is not installed or does not load, or a backend that does
 * not start; the backend that was in use before then stays in use
 */
export async function useBackend(name: string): Promise<BackendName> {
  if (!isBackendName(name)) {
    throw new InputError(
      `useBackend: the backend must be one of ${backendNames.join(', ')}, got ${shown(name)}.`,
    );
  }
  refuseOldTfjs('useBackend', version_core);
  const backend = backends[name];
  if (name === 'node' || name === 'node-gpu') {
    restoreRemovedNodeFunctions();
    checkTfjsNode(name);
  }
  if (findBackendFactory(backend.registered) === null) await load(name);
  const before = getBackend();
  let started = false;
  let reason = '';
  try {
    started = await withoutEmscriptenListeners(async () => {
      const isSet = await setBackend(backend.registered);
      await ready();
      return isSet;
    });
  } catch (error) {
    reason = ` (${printable(error instanceof Error ? error.message : String(error))})`;
  }
  if (!started || getBackend() !== backend.registered) {
    // tfjs forgets the backend in use when another one fails to start.
    if (before !== backend.registered && startedBackend(before)) await setBackend(before);
    const others = backendNames.filter((other) => other !== name).join(', ');
    const paths =
      name === 'wasm' && !findsPackages()
        ? ': setWasmPaths of @tensorflow/tfjs-backend-wasm must say first where its .wasm files are served; or'
        : ';';
    throw new InputError(
      `useBackend: ${name} does not start on this machine${reason}${paths} try one of ${others}.`,
    );
  }
  if (name === 'cpu') keepQuiet();
  if (name === 'webgpu') {
    watchDevice();
    const { useWebGpuKernels } = await import('@slipform/tfjs-kernels/webgpu');
    useWebGpuKernels();
  }
  return name;
}

/** Whether packages are found by their names: in Node, Deno and Bun, not in a page. */
function findsPackages(): boolean {
  return typeof process !== 'undefined' && typeof process.versions?.node === 'string';
}

/** The cpu backend greets its first tensor in Node with four lines about tfjs-node on stderr, except in tests. */
function keepQuiet(): void {
  const wasTest = env().getBool('IS_TEST');
  env().set('IS_TEST', true);
  tensor1d([0]).dispose();
  env().set('IS_TEST', wasTest);
}

async function load(name: BackendName): Promise<void> {
  if (name === 'webgpu') await orSay(name, dawnPackage, provideWebGpu);
  // A name that bundlers cannot see: the peers are optional, and a bundle must not need all of them.
  const specifier: string = backends[name].package;
  await orSay(name, specifier, () => import(/* @vite-ignore */ /* webpackIgnore: true */ specifier));
}

/** Says of a package that is not there, or does not load, what to do. */
async function orSay(name: BackendName, packageName: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw new InputError(loadFailure({ name, package: packageName, error, findsPackages: findsPackages() }));
  }
}

function isBackendName(name: unknown): name is BackendName {
  return typeof name === 'string' && Object.hasOwn(backends, name);
}
