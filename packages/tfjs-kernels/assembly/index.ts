// Kernels that work in place on the heap of tfjs's wasm backend: every pointer is an address in its memory,
// every tensor is float32 and row-major. Compiled by scripts/generate.ts, called from src/wasm.
export { adamW } from './adamw';
export { attention, attentionGradient } from './attention';
export { columnSum } from './column-sum';
export { clear, copy, scale, write } from './copy';
export { depthwiseGradient } from './depthwise';
export { gated, gatedGradient } from './gated';
export { gelu, geluGradient } from './gelu';
export { setUp } from './lanes';
export { layerNorm, layerNormGradient } from './layer-norm';
export { movePatches } from './patches';
export { poolGradient } from './pool';
export { product, setWide, workBytes } from './product';
export { segmentSum } from './segment-sum';
export { sumOfSquares } from './sum-of-squares';
