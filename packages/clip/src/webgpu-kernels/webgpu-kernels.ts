import {
  getKernel,
  type KernelFunc,
  type NamedTensorInfoMap,
  registerKernel,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { type FusedKernel, fusedKernels } from '../ops/fused-kernels';
import { gated, gatedGradient, gelu, geluGradient } from './activation';
import { adamW } from './adamw';
import { attention, attentionGradient, sizesOf } from './attention';
import { columnSum, plainSum } from './column-sum';
import { computeProductsExactly } from './exact-products';
import { globalNorm } from './global-norm';
import { layerNorm, layerNormGradient } from './layer-norm';
import type { GpuBackend } from './program';

type Kernel = (
  backend: GpuBackend,
  inputs: Readonly<Record<string, TensorInfo>>,
  numbers: Readonly<Record<string, number>>,
) => TensorInfo | TensorInfo[];

type Tensors<Names extends string> = Readonly<Record<Names, TensorInfo>>;

const kernels: Partial<Record<FusedKernel, Kernel>> = {
  adamW: (backend, inputs, numbers) => adamW(backend, inputs, numbers as Parameters<typeof adamW>[2]),
  attention: (backend, inputs, { batch, heads }) => {
    const { queries, keysValues } = inputs as Tensors<'queries' | 'keysValues'>;
    const sizes = sizesOf(queries, keysValues, batch!, heads!);
    return attention(backend, inputs as Parameters<typeof attention>[1], sizes);
  },
  attentionGradient: (backend, inputs, { batch, heads }) => {
    const tensors = inputs as Tensors<'queries' | 'keysValues' | 'weights' | 'dy'>;
    return attentionGradient(backend, tensors, sizesOf(tensors.queries, tensors.keysValues, batch!, heads!));
  },
  columnSum: (backend, { x }) => columnSum(backend, { x: x! }, x!.shape as [number, number], plainSum),
  gated: (backend, { x }, { a, b }) => gated(backend, x!, a!, b!),
  gatedGradient: (backend, { x, dy }, { a, b }) => gatedGradient(backend, x!, dy!, a!, b!),
  gelu: (backend, { x }) => gelu(backend, x!),
  geluGradient: (backend, { x, dy }) => geluGradient(backend, x!, dy!),
  layerNorm: (backend, inputs, { epsilon }) =>
    layerNorm(backend, inputs as Tensors<'x' | 'gamma' | 'beta'>, epsilon!),
  layerNormGradient: (backend, inputs) =>
    layerNormGradient(backend, inputs as Tensors<'x' | 'gamma' | 'stats' | 'dy'>),
  norm: (backend, inputs) => globalNorm(backend, Object.values(inputs)),
};

/**
 * Gives tfjs's webgpu backend the kernels that the ops of this package ask for, once. A step asks a GPU for many small
 * computations, and asking costs more than computing them: with these it asks for half as many.
 */
export function registerWebGpuKernels(): void {
  if (getKernel(fusedKernels.adamW, 'webgpu') !== undefined) return;
  computeProductsExactly();
  for (const [name, kernel] of Object.entries(kernels) as [FusedKernel, Kernel][]) {
    const kernelName = fusedKernels[name];
    const kernelFunc: KernelFunc = ({ inputs, backend, attrs }) =>
      kernel(
        backend as GpuBackend,
        inputs as NamedTensorInfoMap as Readonly<Record<string, TensorInfo>>,
        attrs as Readonly<Record<string, number>>,
      );
    registerKernel({ kernelName, backendName: 'webgpu', kernelFunc });
  }
}
