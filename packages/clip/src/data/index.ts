export type { AugmentOptions } from './augment';
export type { SourceFields } from './file-rows';
export type { SourceFormat } from './open-source';
export type { Skip, Skips } from './skips';
export { type TrainingData, trainingData } from './training-data';
export type { TrainingDataOptions } from './training-data-options';
