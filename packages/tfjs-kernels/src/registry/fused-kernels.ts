import {
  engine,
  getBackend,
  getKernel,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
} from '@tensorflow/tfjs-core';

/**
 * Kernels that `useWasmKernels` and `useWebGpuKernels` register with tfjs, under names of our own. tfjs's registry lies on
 * a global that all copies of tfjs-core share, so an op and its kernel need not import each other.
 */
export const fusedKernels = {
  adamW: 'SlipformAdamW',
  attention: 'SlipformAttention',
  attentionGradient: 'SlipformAttentionGradient',
  columnSum: 'SlipformColumnSum',
  gated: 'SlipformGated',
  gatedGradient: 'SlipformGatedGradient',
  gelu: 'SlipformGelu',
  geluGradient: 'SlipformGeluGradient',
  layer: 'SlipformLayer',
  layerGradient: 'SlipformLayerGradient',
  layerNorm: 'SlipformLayerNorm',
  layerNormGradient: 'SlipformLayerNormGradient',
  linear: 'SlipformLinear',
  linearGradient: 'SlipformLinearGradient',
  norm: 'SlipformNorm',
} as const;

export type FusedKernel = keyof typeof fusedKernels;

/** Whether the backend in use has a kernel of ours. */
export function hasFusedKernel(kernel: FusedKernel): boolean {
  return getKernel(fusedKernels[kernel], getBackend()) !== undefined;
}

/**
 * Which kernels the wasm backend computes with: `none` are tfjs's own; null where another backend is in use. Other
 * kernels give other last digits.
 */
export function kernelVariant(): string | null {
  if (getBackend() !== 'wasm') return null;
  const kernel: object | undefined = getKernel(fusedKernels.linear, 'wasm');
  if (kernel === undefined) return 'none';
  return 'variant' in kernel ? String(kernel.variant) : 'unknown';
}

/** Tensors as a kernel's inputs `w0`, `w1`, …, for the name `w`. */
export function numbered(name: string, tensors: readonly Tensor[]): NamedTensorMap {
  return Object.fromEntries(tensors.map((tensor, i) => [`${name}${i}`, tensor]));
}

/** Runs a kernel of ours; what comes back is typed by the caller, who knows the kernel. */
export function runFusedKernel<T extends Tensor | Tensor[]>(
  kernel: FusedKernel,
  inputs: NamedTensorMap,
  attributes: NamedAttrMap = {},
): T {
  return engine().runKernel<T>(fusedKernels[kernel], inputs, attributes);
}

/** Parameters of a transformer layer: two norms, queries, keys, values, output, and the MLP's two matrices. */
export const layerParameters = [
  ...(['gamma1', 'beta1'] as const),
  ...(['wQ', 'bQ', 'wK', 'bK', 'wV', 'bV', 'wO', 'bO'] as const),
  ...(['gamma2', 'beta2', 'w1', 'b1', 'w2', 'b2'] as const),
] as const;
export type LayerParameter = (typeof layerParameters)[number];

/** What the kernel `layer` gives after the layer's value, for `layerGradient`. */
export const layerSaved = [
  ...(['normed1', 'stats1', 'asked', 'mixed', 'weights'] as const),
  ...(['attended', 'normed2', 'stats2', 'hidden', 'active'] as const),
] as const;
export type LayerSaved = (typeof layerSaved)[number];
