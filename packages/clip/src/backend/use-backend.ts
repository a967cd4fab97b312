import { InputError, reasonOf, refuse } from '@slipform/kit/errors/input-error';
import { refuseOldTfjs } from '@slipform/kit/errors/refuse-old-tfjs';
import { callback, optional, type RowsFor, readOptions } from '@slipform/kit/options/options';
import { printable, shown } from '@slipform/kit/text/printable';
import { startedBackend } from '@slipform/tfjs-kernels/registry';
import {
  backend,
  type DataId,
  env,
  findBackendFactory,
  getBackend,
  type KernelBackend,
  ready,
  setBackend,
  tensor1d,
  version_core,
} from '@tensorflow/tfjs-core';
import { nodeUtil } from '../files/node-modules';
import { type BackendName, backendNames, backends } from './backends';
import type { BackendMeasure } from './choose-backend';

const events = ['uncaughtException', 'unhandledRejection'] as const;

/** `function (ex) { if (!(ex instanceof ExitStatus)) throw ex; }` and `function (reason) { throw reason; }`. */
const emscriptens = /^function ?\(\w+\)\s*{\s*(if ?\(!\(\w+ instanceof ExitStatus\)|throw \w+;?\s*}$)/;

/**
 * Starts wasm without what Emscripten leaves in Node: listeners that throw each uncaught error of the program again, so
 * that Node shows a line of tfjs's file in place of the program's own. Only those are removed that came while `start`
 * ran and whose text is Emscripten's: the program may have added listeners of its own meanwhile.
 */
export async function withoutEmscriptenListeners<T>(start: () => Promise<T>): Promise<T> {
  if (typeof process === 'undefined' || typeof process.listeners !== 'function') return start();
  const listeners = () =>
    events.flatMap((event) =>
      process.listeners(event as 'uncaughtException').map((listener) => ({ event, listener })),
    );
  const before = new Set(listeners().map(({ listener }) => listener));
  try {
    return await start();
  } finally {
    for (const { event, listener } of listeners()) {
      if (!before.has(listener) && emscriptens.test(String(listener))) process.off(event, listener);
    }
  }
}

/** What the npm package `webgpu` (Dawn for Node) exports. */
interface DawnModule {
  create(options: readonly string[]): { requestAdapter(): Promise<object | null> };
  readonly globals: object;
}

/** Name of the npm package that brings WebGPU to Node; browsers have their own. */
const dawnPackage = 'webgpu';

/**
 * Gives Node `navigator.gpu` and WebGPU's constants, where it has none. tfjs's backend looks at `navigator.gpu` while
 * it is imported, so this comes before.
 *
 * @throws {InputError} if there is no GPU, nor a driver that computes on the CPU
 */
async function provideWebGpu(): Promise<void> {
  if (nodeUtil() === undefined) return;
  if (typeof navigator !== 'undefined' && 'gpu' in navigator) return;
  const specifier: string = dawnPackage;
  const { create, globals }: DawnModule = await import(
    /* @vite-ignore */ /* webpackIgnore: true */ specifier
  );
  const gpu = create([]);
  if ((await gpu.requestAdapter()) === null) {
    throw new InputError(
      'useBackend: webgpu does not start on this machine: it finds no GPU; install its Vulkan driver (Debian’s mesa-vulkan-drivers computes on the CPU), or try wasm.',
    );
  }
  Object.assign(globalThis, globals);
  // Node has a navigator since version 21.
  if (typeof navigator === 'undefined') {
    Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
  } else Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
}

export interface UseBackendOptions {
  /** With `auto`: gets what was found about each backend, the chosen one first. */
  readonly onMeasured?: (measures: readonly BackendMeasure[]) => void;
}

const OPTIONS = {
  onMeasured: optional(callback<NonNullable<UseBackendOptions['onMeasured']>>()),
} satisfies RowsFor<UseBackendOptions>;

/**
 * Makes tfjs use a backend, loading its package if nobody has: `cpu`, `wasm`, `webgl` and `webgpu` by tfjs's
 * own names, `node` and `node-gpu` for tfjs-node on libtensorflow. In Node, `webgpu` takes the package webgpu (Dawn)
 * and a Vulkan, Metal or Direct3D driver. In a bundle, import the backend's package
 * yourself (and call wasm's `setWasmPaths`); then this only switches to it.
 *
 * `auto` starts every backend that is here, measures one small batch on each and takes the fastest. Where one alone is here
 * it is taken unmeasured, and cpu where there is none: a page has those that it has imported, Node those that are
 * installed. wasm is measured as it is, with our kernels if they are on.
 *
 * @param name one of the names above, or `auto`
 * @param options.onMeasured with `auto`, gets what was found: the chosen one first, then the slower ones with their
 *   milliseconds, then those that do not start, and why
 * @returns the name of the backend in use from here on
 * @throws {InputError} for an unknown name, a package that is not installed or does not load, or a backend that does
 * not start; the backend that was in use before then stays in use
 * @example
 * await useBackend('cpu'); // 'cpu'
 */
export async function useBackend(name: string, options: UseBackendOptions = {}): Promise<BackendName> {
  const { onMeasured } = readOptions('useBackend', OPTIONS, options);
  if (name === 'auto') {
    refuseOldTfjs('useBackend', version_core);
    const { chooseBackend } = await import('./choose-backend');
    const measures = await chooseBackend({ start: useBackend });
    onMeasured?.(measures);
    return measures[0].backend;
  }
  if (!isBackendName(name)) {
    refuse('useBackend', 'the backend', `must be one of ${backendNames.join(', ')} and auto`, shown(name));
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
    reason = ` (${printable(reasonOf(error))})`;
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

/** What is known about a package that did not load. */
interface LoadFailure {
  /** The backend's name, as the user wrote it. */
  readonly name: string;
  readonly package: string;
  readonly error: unknown;
  /** Whether packages can be found by name here: in Node, Deno and Bun, not in a page. */
  readonly findsPackages: boolean;
}

/** Why a backend's package did not load and what to do about it, in one sentence. */
export function loadFailure({ name, package: packageName, error, findsPackages }: LoadFailure): string {
  const needs = `useBackend: ${name} needs the package ${packageName}`;
  const message = error instanceof Error ? error.message : String(error);
  const reason = printable(message.replace(/\s+/g, ' ').trim());
  if (!findsPackages) {
    const paths = name === 'wasm' ? " (and call its setWasmPaths before useBackend('wasm'))" : '';
    return `${needs}, which a page cannot find by its name (${reason}); write import '${packageName}' in your own code${paths} and bundle it, after npm install ${packageName} where it is missing.`;
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  // Node, Bun and Vite quote what they did not find first. It may also be a package that this one needs.
  if (/['"]([^'"]+)['"]/.exec(message)?.[1] === packageName) {
    return `${needs}, which is not installed; npm install ${packageName} and try again (in a bundle, write import '${packageName}' in your own code).`;
  }
  if (
    name.startsWith('node') &&
    (code === 'ERR_DLOPEN_FAILED' || /native addon|libtensorflow/.test(message))
  ) {
    return `${needs}, which is installed without its native part (${reason}); run npm rebuild ${packageName} with scripts allowed (docs/tfjs-node.md of @slipform/clip says where else TensorFlow comes from), or use wasm.`;
  }
  return `${needs}, which is installed but does not load (${reason}); reinstall it with scripts allowed, or use another backend.`;
}

/** tfjs-node 4.22 calls functions of node:util that Node 23 removed, when a kernel runs. */
function restoreRemovedNodeFunctions(): void {
  const util = nodeUtil();
  if (util === undefined) return;
  const removed: Readonly<Record<string, (x: unknown) => boolean>> = {
    isNullOrUndefined: (x) => x === null || x === undefined,
    isArray: (x) => Array.isArray(x),
  };
  for (const [name, value] of Object.entries(removed)) {
    if (!(name in util)) Object.defineProperty(util, name, { value, configurable: true });
  }
}

/**
 * tfjs-node and tfjs-node-gpu register under one name, so that the first to load is the one that computes.
 *
 * @throws {InputError} if the other of the two runs
 */
function checkTfjsNode(name: 'node' | 'node-gpu'): void {
  const started = startedBackend(backends[name].registered);
  if (!started || !('isGPUPackage' in started)) return;
  const other = name === 'node' ? 'node-gpu' : 'node';
  if (started.isGPUPackage === (name === 'node-gpu')) return;
  throw new InputError(
    `useBackend: ${name} does not start, since ${backends[other].package} runs in this process already and both have one name in tfjs; start a new process for ${name}, or use ${other}.`,
  );
}

/** What is used here of WebGPU's GPUDevice. */
interface Device {
  readonly lost: Promise<{ readonly message: string }>;
  addEventListener(type: 'uncapturederror', listener: (event: DeviceError) => void): void;
}

interface DeviceError {
  readonly error: { readonly message: string };
  preventDefault?(): void;
}

const watched = new WeakSet<Device>();

/**
 * Makes a failure of the GPU an error of the next reading. tfjs asks WebGPU for a computation and does not look whether
 * it took place: a tensor that is too large for the GPU, or for its memory, would come back as zeros.
 */
function watchDevice(): void {
  const gpu = backend();
  const device = deviceOf(gpu);
  if (device === undefined || watched.has(device)) return;
  watched.add(device);
  let failure: string | undefined;
  let loss: string | undefined;
  device.addEventListener('uncapturederror', (event) => {
    // Otherwise it is printed as well, with all that follows from it.
    event.preventDefault?.();
    failure ??= refusal(event.error.message);
  });
  device.lost.then(({ message }) => {
    loss = `webgpu: the GPU was lost (${short(message)}), and all tensors on it; start the program anew, and a training with resume: true.`;
  });
  const check = () => {
    const sentence = loss ?? failure;
    failure = undefined;
    if (sentence !== undefined) throw new InputError(sentence);
  };
  const { read, readSync } = gpu;
  gpu.read = async (id: DataId) => {
    // It also sends what was queued together with what failed, so that the next reading is not spoilt too.
    try {
      return await read.call(gpu, id);
    } catch (error) {
      failure ??= refusal(reasonOf(error));
      throw error;
    } finally {
      check();
    }
  };
  gpu.readSync = (id: DataId) => {
    try {
      return readSync.call(gpu, id);
    } catch (error) {
      if (typeof OffscreenCanvas !== 'undefined') throw error;
      refuse(
        'webgpu',
        'a tensor',
        'must be read by await data() or array() in Node',
        'dataSync() or arraySync(), which only pages have',
      );
    } finally {
      check();
    }
  };
}

function deviceOf(gpu: KernelBackend): Device | undefined {
  return 'device' in gpu ? (gpu.device as Device) : undefined;
}

/** What WebGPU refused to compute, from its words. */
function refusal(message: string): string {
  const remedy =
    'embed or train on fewer at a time (batchSize, microBatch), take a smaller model, or another backend';
  const [, size, limit] = /\((\d+)\).*(?:larger than|exceeds).*\((\d+)\)/.exec(message) ?? [];
  if (size !== undefined && limit !== undefined) {
    return `webgpu: a tensor must have at most ${megabytes(limit)} on this GPU, got one of ${megabytes(size)}; ${remedy}.`;
  }
  if (/memory/i.test(message)) return `webgpu: the GPU’s memory is full (${short(message)}); ${remedy}.`;
  return `webgpu: the GPU refused a computation, so that its values are not known (${short(message)}); ${remedy}.`;
}

const megabytes = (bytes: string) => `${(Number(bytes) / 2 ** 20).toFixed(1)} MB`;

function short(message: string): string {
  return printable(message.split('\n', 1)[0]!.replace(/\.$/, ''));
}
