import { refuseOldTfjs } from '@slipform/kit/errors/refuse-old-tfjs';
import {
  engine,
  type KernelFunc,
  type NamedTensorInfoMap,
  registerKernel,
  type TensorInfo,
  unregisterKernel,
  version_core,
} from '@tensorflow/tfjs-core';
import { type FusedKernel, fusedKernels } from '../registry/fused-kernels';
import { startedBackend } from '../registry/installation';
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

export interface WebGpuKernels {
  /** Whether this call has put kernels in place, or found them there. */
  readonly active: boolean;
  /** Why there are none. */
  readonly reason?: string;
  /** Takes back this call; with the last one, tfjs's own kernels come back. */
  remove(): void;
}

interface Installation {
  calls: number;
  uninstall: () => void;
}

/** Where it stands on tfjs's engine, for all copies of this package. */
const INSTALLATION = Symbol.for('@slipform/tfjs-kernels/webgpu/1');

/**
 * Gives tfjs's webgpu backend kernels: its product of long rows with a small result becomes right and repeatable, for every
 * program; and, for ops that ask for them by name, layer norm, GELU, attention, sums of columns, the norm of gradients and
 * AdamW are a few computations each. A step asks a GPU for many small ones, and asking costs more than computing. Call it
 * once the backend has started; where it has not, everything stays as it is and `reason` says so.
 *
 *     await tf.setBackend('webgpu');
 *     const { remove } = useWebGpuKernels();
 *
 * @throws {InputError} with tfjs-core 3 and older
 */
export function useWebGpuKernels(): WebGpuKernels {
  refuseOldTfjs('useWebGpuKernels', version_core);
  if (startedBackend('webgpu') === undefined) {
    return { active: false, reason: "tfjs's webgpu backend has not been started", remove() {} };
  }
  const known = Reflect.get(engine(), INSTALLATION) as Installation | undefined;
  const current = known ?? { calls: 0, uninstall() {} };
  if (known === undefined) Reflect.set(engine(), INSTALLATION, current);
  if (current.calls === 0) current.uninstall = install();
  current.calls += 1;
  let isOurs = true;
  return {
    active: true,
    remove() {
      if (!isOurs) return;
      isOurs = false;
      current.calls -= 1;
      if (current.calls === 0) current.uninstall();
    },
  };
}

function install(): () => void {
  const restoreProducts = computeProductsExactly();
  for (const [name, kernel] of Object.entries(kernels) as [FusedKernel, Kernel][]) {
    const kernelFunc: KernelFunc = ({ inputs, backend, attrs }) =>
      kernel(
        backend as GpuBackend,
        inputs as NamedTensorInfoMap as Readonly<Record<string, TensorInfo>>,
        attrs as Readonly<Record<string, number>>,
      );
    registerKernel({ kernelName: fusedKernels[name], backendName: 'webgpu', kernelFunc });
  }
  return () => {
    restoreProducts();
    for (const name of Object.keys(kernels) as FusedKernel[]) unregisterKernel(fusedKernels[name], 'webgpu');
  };
}
