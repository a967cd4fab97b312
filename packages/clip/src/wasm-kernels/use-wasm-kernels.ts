import {
  BatchMatMul,
  findBackend,
  getKernel,
  Identity,
  type KernelConfig,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  registerKernel,
  Slice,
  type TensorInfo,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { type FusedKernel, fusedKernels } from '../ops/fused-kernels';
import { attention, attentionGradient } from './attention';
import { batchMatMul } from './batch-mat-mul';
import { adamW, columnSum, gated, gatedGradient, gelu, geluGradient } from './elementwise';
import { Heap, heapMemory, isWasmBackend } from './heap';
import { bestVariant, compileKernels, instantiateKernels, type KernelVariant } from './kernel-module';
import { layerNorm, layerNormGradient } from './layer-norm';
import { linear, linearGradient } from './linear';
import { identity, slice } from './views';

export interface WasmKernelOptions {
  /**
   * Whether relaxed SIMD may be used where the runtime has it. It multiplies and adds in one rounding, which is
   * faster by a third, and gives other last digits than a machine without. Default true.
   */
  readonly relaxed?: boolean;
}

export interface WasmKernels {
  /** What runs now: kernels with relaxed SIMD or without; `none` when tfjs's own stay in place. */
  readonly variant: KernelVariant | 'none';
  /** Why there are none. */
  readonly reason?: string;
  /** Puts tfjs's own kernels back. */
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
  layerNorm,
  layerNormGradient,
  linear,
  linearGradient,
};

/** tfjs's own kernels that are replaced; where a replacement returns undefined, tfjs's is run. */
const replacements: Readonly<
  Record<string, (heap: Heap, inputs: Inputs, attributes: NamedAttrMap) => TensorInfo | undefined>
> = { [BatchMatMul]: batchMatMul, [Identity]: identity, [Slice]: slice };

type Inputs = { readonly a: TensorInfo; readonly b: TensorInfo; readonly x: TensorInfo };

let active: { readonly relaxed: boolean; readonly kernels: WasmKernels } | undefined;

/**
 * Gives tfjs's wasm backend faster kernels: `tf.matMul` in all four transpose modes, batched or not, for every
 * program that uses the backend, and the layers of this package in one kernel each. Call it once the backend
 * has started. Where that cannot be (another backend, no SIMD), everything stays as it is, and `reason` says why.
 *
 *     await tf.setBackend('wasm');
 *     const { variant } = await useWasmKernels(); // 'relaxed-simd', 'simd' or 'none'
 */
export async function useWasmKernels({ relaxed = true }: WasmKernelOptions = {}): Promise<WasmKernels> {
  if (active !== undefined && active.relaxed === relaxed) return active.kernels;
  const variant = bestVariant(relaxed);
  if (variant === undefined) return none('this runtime has no WebAssembly SIMD');
  const backend: object | null = findBackend('wasm');
  if (backend === null) return none("tfjs's wasm backend has not been started");
  if (!isWasmBackend(backend)) return none("this version of tfjs's wasm backend does not show its memory");
  const memory = heapMemory(backend.wasm)!;
  const module = await compileKernels(variant, isShared(memory));

  active?.kernels.remove();
  const heaps = new Map<object, Heap>();
  const heapOf = (of: object): Heap => {
    if (!isWasmBackend(of)) throw new Error('A kernel for the wasm backend was given another.');
    let heap = heaps.get(of.wasm);
    if (heap === undefined) {
      heap = new Heap(of, instantiateKernels(module, heapMemory(of.wasm)!));
      heaps.set(of.wasm, heap);
    }
    return heap;
  };
  heapOf(backend);

  const originals = Object.keys(replacements).flatMap((name) => getKernel(name, 'wasm') ?? []);
  for (const original of originals) {
    const replacement = replacements[original.kernelName]!;
    replaceKernel({
      ...original,
      kernelFunc: (args) =>
        replacement(heapOf(args.backend), args.inputs as NamedTensorInfoMap & Inputs, args.attrs ?? {}) ??
        original.kernelFunc(args),
    });
  }
  for (const [name, run] of Object.entries(fused)) {
    replaceKernel({
      kernelName: fusedKernels[name as FusedKernel],
      backendName: 'wasm',
      kernelFunc: ({ backend, inputs, attrs }) => run(heapOf(backend), inputs, attrs ?? {}),
    });
  }
  const kernels: WasmKernels = {
    variant,
    remove() {
      if (active?.kernels !== kernels) return;
      active = undefined;
      for (const kernelName of Object.values(fusedKernels)) unregisterKernel(kernelName, 'wasm');
      originals.forEach(replaceKernel);
      for (const heap of heaps.values()) heap.free();
      heaps.clear();
    },
  };
  active = { relaxed, kernels };
  return kernels;
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
  return { variant: 'none', reason, remove() {} };
}
