export { InputError } from '@slipform/kit/errors/input-error';
export { type Comparison, compare } from './compare/compare';
export { compareSeeds } from './compare/compare-seeds';
export type { Encoder, ImageInput, Scorer } from './encoders/encoder';
export { transformersEncoder } from './encoders/transformers-encoder';
export * from './loaders/registry';
export { bagOfWordsUpperBound } from './questions/bag-of-words';
export type { Benchmark } from './questions/benchmark';
export { inputsOf } from './questions/inputs';
export { captionAgainst, type Question } from './questions/question';
export { evaluateBlind } from './scoring/blind-baseline';
export { blindScorer } from './scoring/blind-scorer';
export { evaluate } from './scoring/evaluate';
export { recall } from './scoring/recall';
export type { Answer, Result } from './scoring/result';
export { bootstrapMean } from './statistics/bootstrap';
export {
  type ClusteredMean,
  type Clusters,
  clusteredMean,
  clusteredProportion,
} from './statistics/clustered-mean';
export { holm } from './statistics/holm';
export { mcnemar } from './statistics/mcnemar';
export { signFlipTest } from './statistics/permutation-test';
export { seedInterval } from './statistics/seed-interval';
export { wilsonInterval } from './statistics/wilson-interval';
