import { frequent, relaxedSimd, simd } from '../../generated/kernel-binaries';
import type { CompiledKernels, KernelVariant } from '../registry/compiled-kernels';
import { fromText } from './byte-text';

/** The functions of assembly/, whose numbers are addresses in tfjs's heap, sizes, strides in bytes and flags. */
export interface KernelExports {
  readonly workBytes: WebAssembly.Global;
  readonly adamW: (...args: number[]) => void;
  readonly attention: (...args: number[]) => void;
  readonly attentionGradient: (...args: number[]) => void;
  readonly clear: (at: number, bytes: number) => void;
  readonly copy: (from: number, to: number, bytes: number) => void;
  readonly columnSum: (...args: number[]) => void;
  readonly depthwiseGradient: (...args: number[]) => void;
  readonly gated: (...args: number[]) => void;
  readonly gatedGradient: (...args: number[]) => void;
  readonly gelu: (...args: number[]) => void;
  readonly geluGradient: (...args: number[]) => void;
  readonly layerNorm: (...args: number[]) => void;
  readonly layerNormGradient: (...args: number[]) => void;
  readonly movePatches: (...args: number[]) => void;
  readonly poolGradient: (...args: number[]) => void;
  readonly product: (...args: number[]) => void;
  readonly scale: (size: number, factor: number, at: number) => void;
  readonly segmentSum: (...args: number[]) => void;
  readonly setUp: () => void;
  readonly sumOfSquares: (size: number, x: number) => number;
  readonly write: (x: number, to: number) => void;
  readonly setWide: (wide: number) => void;
}

const binaries = { 'relaxed-simd': relaxedSimd, simd };

/** An instance that works in `memory`. */
export function instantiateKernels(
  { module, wide }: Pick<CompiledKernels, 'module' | 'wide'>,
  memory: WebAssembly.Memory,
): KernelExports {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const kernels = exports as WebAssembly.Exports & KernelExports;
  kernels.setUp();
  kernels.setWide(Number(wide));
  return kernels;
}

/** A variant's binary. A heap that threads share needs a module that says so, which is one byte of it. */
export function kernelBinary(variant: KernelVariant, shared: boolean): Uint8Array<ArrayBuffer> {
  const { text, sharedFlagAt } = binaries[variant];
  const binary = fromText(text, frequent);
  if (shared) binary[sharedFlagAt] = 3;
  return binary;
}
