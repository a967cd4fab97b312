export { InputError } from '@slipform/kit/errors/input-error';
export { useWebGpuKernels, type WebGpuKernels } from './use-webgpu-kernels';
