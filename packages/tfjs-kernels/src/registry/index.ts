// What asks whether kernels of ours are in place, and runs them by name. It imports none of them: a program that never
// switches them on does not bundle them.
export {
  type FusedKernel,
  hasFusedKernel,
  kernelVariant,
  type LayerParameter,
  type LayerSaved,
  layerParameters,
  layerSaved,
  numbered,
  runFusedKernel,
} from './fused-kernels';
export { kernelsInPlace, startedBackend } from './installation';
export { viewInHeap } from './wasm-backend';
