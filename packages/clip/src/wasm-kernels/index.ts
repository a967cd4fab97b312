export type { KernelVariant } from './kernel-module';
export { useWasmKernels, type WasmKernelOptions, type WasmKernels } from './use-wasm-kernels';
