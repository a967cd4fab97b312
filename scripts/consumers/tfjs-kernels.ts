import { type KernelVariant, useWasmKernels, type WasmKernels } from '@slipform/tfjs-kernels';
import { type FusedKernel, hasFusedKernel, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import { useWebGpuKernels } from '@slipform/tfjs-kernels/webgpu';
import type { Tensor } from '@tensorflow/tfjs-core';

export async function switchOn(): Promise<KernelVariant | 'none'> {
  const kernels: WasmKernels = await useWasmKernels({ relaxed: false });
  if (kernels.reason !== undefined) console.log(kernels.reason, useWebGpuKernels().active);
  return kernels.variant;
}

export function columnSum(x: Tensor): Tensor | undefined {
  const name: FusedKernel = 'columnSum';
  return hasFusedKernel(name) ? runFusedKernel<Tensor>(name, { x }) : undefined;
}
