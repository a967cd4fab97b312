// The registry alone: what the kernels compute is checked on a GPU, by the ops of @slipform/clip (`.ci/run webgpu`).
import {
  getKernel,
  getKernelsForBackend,
  KernelBackend,
  registerBackend,
  registerKernel,
  setBackend,
} from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { hasFusedKernel } from '../registry/fused-kernels';
import { useWebGpuKernels } from './use-webgpu-kernels';

const names = () => getKernelsForBackend('webgpu').map(({ kernelName }) => kernelName);

it('says why there are none before the backend has started, and registers nothing', () => {
  const found = useWebGpuKernels();
  expect(found).toMatchObject({ active: false, reason: "tfjs's webgpu backend has not been started" });
  found.remove();
  expect(names()).toEqual([]);
});

it('puts kernels in place once, and the last handle takes them away', async () => {
  registerKernel({ kernelName: 'BatchMatMul', backendName: 'webgpu', kernelFunc: () => [] });
  registerBackend('webgpu', () => new (class extends KernelBackend {})());
  await setBackend('webgpu');
  const original = getKernel('BatchMatMul', 'webgpu');
  const first = useWebGpuKernels();
  const replaced = getKernel('BatchMatMul', 'webgpu');
  expect(first.active).toBe(true);
  expect(replaced).not.toBe(original);
  expect(hasFusedKernel('attention')).toBe(true);
  const second = useWebGpuKernels();
  expect(getKernel('BatchMatMul', 'webgpu')).toBe(replaced);
  first.remove();
  first.remove();
  expect(getKernel('BatchMatMul', 'webgpu')).toBe(replaced);
  second.remove();
  expect(getKernel('BatchMatMul', 'webgpu')).toBe(original);
  expect(names()).toEqual(['BatchMatMul']);
});
