export { InputError } from '@slipform/kit/errors/input-error';
export type { CompiledKernels, KernelVariant } from './registry/compiled-kernels';
export type { WasmKernelOptions } from './wasm/kernel-options';
export { takeWasmKernels, useWasmKernels, type WasmKernels } from './wasm/use-wasm-kernels';
