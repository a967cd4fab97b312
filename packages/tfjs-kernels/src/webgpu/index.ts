export { InputError } from '@slipform/kit/input-error';
export { useWebGpuKernels, type WebGpuKernels } from './use-webgpu-kernels';
