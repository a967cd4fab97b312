import { InputError } from '@slipform/kit/errors/input-error';
import { refuseOldTfjs } from '@slipform/kit/errors/refuse-old-tfjs';
import { shown } from '@slipform/kit/text/printable';
import {
  BatchMatMul,
  getKernel,
  Identity,
  type KernelConfig,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  registerKernel,
  Slice,
  slice_util,
  type TensorInfo,
  unregisterKernel,
  util,
  version_core,
} from '@tensorflow/tfjs-core';
import type { CompiledKernels, KernelVariant } from '../registry/compiled-kernels';
import { type FusedKernel, fusedKernels } from '../registry/fused-kernels';
import { installation, startedBackend } from '../registry/installation';
import { heapMemory, isWasmBackend } from '../registry/wasm-backend';
import { attention, attentionGradient } from './attention';
import { batchMatMul } from './batch-mat-mul';
import { bestVariant, compileKernels } from './compile-kernels';
import { columnSum, gated, gatedGradient, gelu, geluGradient } from './elementwise';
import { Heap } from './heap';
import { instantiateKernels } from './kernel-module';
import { readKernelOptions, type WasmKernelOptions } from './kernel-options';
import { layerNorm, layerNormGradient } from './layer-norm';
import { linear, linearGradient, numbered } from './linear';
import { tfjsKernels } from './tfjs';
import type { OwnKernel, TfjsKernel } from './tfjs/tfjs-kernel';
import { layer, layerGradient } from './transformer-layer';

export interface WasmKernels {
  /** What this call has put in place: kernels with relaxed SIMD or without; `none` when tfjs's own stay. */
  readonly variant: KernelVariant | 'none';
  /** Whether products are computed in vectors of eight floats, with `experimental`. */
  readonly wide: boolean;
  /** Why there are none. */
  readonly reason?: string;
  /** Takes back this call: what was there before it runs again, in the end tfjs's own kernels. */
  remove(): void;
}

type Run = (heap: Heap, inputs: NamedTensorInfoMap, attributes: NamedAttrMap) => TensorInfo | TensorInfo[];

const fused: Readonly<Record<FusedKernel, Run>> = {
  adamW,
  attention,
  attentionGradient,
  columnSum,
  gated,
  gatedGradient,
  gelu,
  geluGradient,
  layer,
  layerGradient,
  layerNorm,
  layerNormGradient,
  linear,
  linearGradient,
  norm,
};

/** Kernels under names of tfjs's own, which replace what the backend has there. */
const replacements: Readonly<Record<string, TfjsKernel>> = {
  ...tfjsKernels,
  [BatchMatMul]: (heap, { a, b }, attributes) => batchMatMul(heap, { a: a!, b: b! }, attributes),
  [Identity]: (heap, { x }) => identity(heap, { x: x! }),
  [Slice]: (heap, { x }, attributes) => slice(heap, { x: x! }, attributes),
};

// By variant, kind of memory, and what V8 may be asked for: compiled once.
const modules = new Map<string, CompiledKernels>();

/**
 * Gives tfjs's wasm backend faster kernels: `tf.matMul` in all four transpose modes, batched or not, for every
 * program that uses the backend; the gradients that it lacks or has wrong, so that a network of your own trains on it
 * (conv2d, depthwiseConv2d, maxPool, gather and others: the README has a table); and, for ops that ask for them by name, a
 * transformer's parts in one kernel each. Call it once the backend has started. Where that cannot be (wasm not started, no SIMD), everything stays as it is, and `reason` says why. It
 * starts no backend, and leaves the one in use alone.
 *
 * Each call has a handle of its own: the latest that has not been removed says which kernels run, and tfjs's own
 * come back with the last `remove()`.
 *
 *     await tf.setBackend('wasm');
 *     const { variant } = await useWasmKernels(); // 'relaxed-simd', 'simd' or 'none'
 */
export async function useWasmKernels(options: WasmKernelOptions = {}): Promise<WasmKernels> {
  refuseOldTfjs('useWasmKernels', version_core);
  const { relaxed, experimental } = readKernelOptions(options);
  const variant = bestVariant(relaxed, experimental);
  if (variant === undefined) return none('this runtime has no WebAssembly SIMD');
  const backend = startedBackend('wasm');
  if (backend === undefined) return none("tfjs's wasm backend has not been started");
  if (!isWasmBackend(backend)) return none("this version of tfjs's wasm backend does not show its memory");
  const kernels = await compiled(variant, isShared(heapMemory(backend.wasm)!), experimental);
  return { variant, wide: kernels.wide, remove: putInPlace(kernels) };
}

/**
 * In a worker: puts kernels in place that another thread has compiled, so that both compute the same bits.
 *
 *     worker.postMessage(kernelsInPlace()); // of @slipform/tfjs-kernels/registry, in the thread that has them
 *     await takeWasmKernels(message); // in the worker, once its wasm backend has started
 *
 * @param kernels what `kernelsInPlace()` gave. Those for a memory that tfjs's threads share are compiled anew
 * @throws {InputError} for anything else
 */
export async function takeWasmKernels(kernels: CompiledKernels): Promise<WasmKernels> {
  if (!(Object(kernels).module instanceof WebAssembly.Module)) {
    throw new InputError(
      `takeWasmKernels: kernels must be what kernelsInPlace() gives, got ${shown(kernels)}.`,
    );
  }
  const { variant, wide, shared } = kernels;
  if (!shared) return { variant, wide, remove: putInPlace(kernels) };
  const found = await useWasmKernels({ relaxed: variant === 'relaxed-simd' });
  if (found.variant === variant) return found;
  found.remove();
  throw new Error(
    `The kernels are ${found.variant} in a worker, and ${variant} in the thread that started it.`,
  );
}

function putInPlace(kernels: CompiledKernels): () => void {
  const { handles } = installation();
  const handle = { kernels };
  handles.push(handle);
  installLatest();
  return () => {
    const at = handles.indexOf(handle);
    if (at < 0) return;
    handles.splice(at, 1);
    installLatest();
  };
}

async function compiled(
  variant: KernelVariant,
  shared: boolean,
  experimental: boolean,
): Promise<CompiledKernels> {
  const key = `${variant} ${shared} ${experimental}`;
  const known = modules.get(key);
  if (known !== undefined) return known;
  const module = await compileKernels(variant, shared, experimental);
  // Of two calls at once the first one's, so that equal options are one module.
  const first = modules.get(key) ?? module;
  modules.set(key, first);
  return first;
}

/** Puts the latest handle's kernels in place, or tfjs's own where there is none. */
function installLatest(): void {
  const current = installation();
  const latest = current.handles.at(-1)?.kernels;
  if (current.installed?.kernels === latest) return;
  current.installed?.uninstall();
  current.installed = latest === undefined ? undefined : { kernels: latest, uninstall: install(latest) };
}

/** Registers compiled kernels; the function that comes back registers tfjs's own again. */
function install(compiledKernels: CompiledKernels): () => void {
  const heaps = new Map<object, Heap>();
  const heapOf = (of: object): Heap => {
    if (!isWasmBackend(of)) throw new Error('A kernel for the wasm backend was given another.');
    let heap = heaps.get(of.wasm);
    if (heap === undefined) {
      heap = new Heap(of, instantiateKernels(compiledKernels, heapMemory(of.wasm)!));
      heaps.set(of.wasm, heap);
    }
    return heap;
  };

  const originals = Object.keys(replacements).flatMap((name) => getKernel(name, 'wasm') ?? []);
  for (const [kernelName, replacement] of Object.entries(replacements)) {
    const original = getKernel(kernelName, 'wasm');
    replaceKernel({
      ...original,
      kernelName,
      backendName: 'wasm',
      kernelFunc(args) {
        const own: OwnKernel | undefined =
          original && ((attrs) => original.kernelFunc({ ...args, attrs }) as TensorInfo);
        const attributes = args.attrs ?? {};
        const result = replacement(heapOf(args.backend), args.inputs, attributes, own) ?? own?.(attributes);
        if (result !== undefined) return result;
        throw new InputError(
          `${kernelName}: the kernel for wasm takes float32 tensors with the channels last, got others; cast or transpose them, or use another backend.`,
        );
      },
    });
  }
  for (const [name, run] of Object.entries(fused)) {
    const kernel: KernelConfig & { readonly variant: KernelVariant } = {
      kernelName: fusedKernels[name as FusedKernel],
      backendName: 'wasm',
      kernelFunc: ({ backend, inputs, attrs }) => run(heapOf(backend), inputs, attrs ?? {}),
      variant: compiledKernels.variant,
    };
    replaceKernel(kernel);
  }
  return () => {
    for (const name of [...Object.values(fusedKernels), ...Object.keys(replacements)])
      unregisterKernel(name, 'wasm');
    originals.forEach(registerKernel);
    for (const heap of heaps.values()) heap.free();
    heaps.clear();
  };
}

function replaceKernel(kernel: KernelConfig): void {
  if (getKernel(kernel.kernelName, kernel.backendName) !== undefined) {
    unregisterKernel(kernel.kernelName, kernel.backendName);
  }
  registerKernel(kernel);
}

function isShared({ buffer }: WebAssembly.Memory): boolean {
  return typeof SharedArrayBuffer === 'function' && (buffer as object) instanceof SharedArrayBuffer;
}

function none(reason: string): WasmKernels {
  return { variant: 'none', wide: false, reason, remove() {} };
}

/**
 * Inputs theta0, theta1, … and g0, g1, … of their shapes, the moments m and v of all of them one after another, and, or
 * not, the scalar scale that each g is multiplied with → the next thetas, m and v. The attributes are numbers, as in
 * assembly/adamw.ts.
 */
function adamW(heap: Heap, inputs: NamedTensorInfoMap, attributes: NamedAttrMap): TensorInfo[] {
  const { m, v } = inputs as Record<'m' | 'v', TensorInfo>;
  const { beta1, beta2, biasCorrection2, epsilon, decayFactor, stepSize } = attributes;
  const numbers = [beta1, beta2, biasCorrection2, epsilon, decayFactor, stepSize].map(Number);
  const slopes = numbered(inputs, 'g');
  const thetas = numbered(inputs, 'theta');
  const next = [...thetas, m, v].map(({ shape }) => heap.output(shape));
  const moments = [m, v, ...next.slice(-2)].map((each) => heap.address(each));
  const scale = inputs.scale === undefined ? 0 : heap.address(inputs.scale);
  let done = 0;
  thetas.forEach((theta, i) => {
    const size = util.sizeFromShape(theta.shape);
    const [fromM, fromV, toM, toV] = moments.map((address) => address + 4 * done) as [
      number,
      number,
      number,
      number,
    ];
    const to = heap.address(next[i]!);
    const [from, slope] = [heap.address(theta), heap.address(slopes[i]!)];
    heap.kernels.adamW(size, from, slope, fromM, fromV, ...numbers, scale, to, toM, toV);
    done += size;
  });
  return next;
}

/** √Σx² over all numbers of the inputs x0, x1, …, summed in double precision, as a scalar. */
function norm(heap: Heap, inputs: NamedTensorInfoMap): TensorInfo {
  const sum = numbered(inputs, 'x').reduce(
    (total, x) => total + heap.kernels.sumOfSquares(util.sizeFromShape(x.shape), heap.address(x)),
    0,
  );
  const found = heap.output([]);
  heap.kernels.write(Math.sqrt(sum), heap.address(found));
  return found;
}

/**
 * tf.clone without a copy: a second reference to the same numbers, as tfjs's reshape gives. No kernel writes to
 * a tensor in place, so the copy that the backend makes (of each tensor that a gradient saves) is of no use.
 */
function identity(heap: Heap, { x }: { readonly x: TensorInfo }): TensorInfo | undefined {
  return x.dtype === 'string' ? undefined : heap.reference(x);
}

/**
 * tf.slice of numbers that lie together, as one copy within the heap; undefined for any other. tfjs copies all
 * of the tensor out of the heap first, and then the part back in.
 */
function slice(
  heap: Heap,
  { x }: { readonly x: TensorInfo },
  { begin, size }: NamedAttrMap,
): TensorInfo | undefined {
  if (x.dtype !== 'float32') return undefined;
  const [start, shape] = slice_util.parseSliceParams(
    x,
    begin as number | number[],
    size as number | number[],
  ) as [number[], number[]];
  if (!slice_util.isSliceContinous(x.shape, start, shape)) return undefined;
  const offset = slice_util.computeFlatOffset(start, util.computeStrides(x.shape));
  const out = heap.output(shape);
  heap.kernels.copy(heap.address(x) + 4 * offset, heap.address(out), 4 * util.sizeFromShape(shape));
  return out;
}
