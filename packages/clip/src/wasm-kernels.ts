/** The kernels of @slipform/tfjs-kernels, so that who trains a CLIP on wasm installs one package. */
export {
  type KernelVariant,
  useWasmKernels,
  type WasmKernelOptions,
  type WasmKernels,
} from '@slipform/tfjs-kernels';
