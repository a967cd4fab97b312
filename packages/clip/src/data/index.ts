export type { AugmentOptions } from './augment';
export type { SourceFormat } from './open-source';
export type { SourceFields } from './row-of-fields';
export type { Skip, Skips } from './skips';
export { type TrainingData, trainingData } from './training-data';
export type { TrainingDataOptions } from './training-data-options';
