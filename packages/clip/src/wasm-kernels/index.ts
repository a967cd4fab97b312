export type { KernelVariant } from './kernel-module';
export type { WasmKernelOptions } from './kernel-options';
export { useWasmKernels, type WasmKernels } from './use-wasm-kernels';
