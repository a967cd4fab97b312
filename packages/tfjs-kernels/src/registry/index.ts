// What asks whether kernels of ours are in place, and runs them by name. It imports none of them: a program that never
// switches them on does not bundle them.
export {
  type FusedKernel,
  hasFusedKernel,
  kernelVariant,
  numbered,
  runFusedKernel,
} from './fused-kernels';
export { kernelsInPlace } from './installation';
export { type LayerParameter, type LayerSaved, layerParameters, layerSaved } from './layer-tensors';
export { startedBackend } from './started-backend';
export { viewInHeap } from './wasm-backend';
