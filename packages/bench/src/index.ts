export { InputError } from '@slipform/kit/input-error';
export { type Comparison, compare, type KindComparison } from './compare/compare';
export { compareSeeds, type SeedComparison } from './compare/compare-seeds';
export type { Encoder, ImageInput, RawImage, Scorer } from './encoders/encoder';
export { type TransformersOptions, transformersEncoder } from './encoders/transformers-encoder';
export { type AroOptions, aro } from './loaders/aro';
export type { AroOrderOptions } from './loaders/aro-order';
export { cola } from './loaders/cola';
export type { ImageOptions, ImageSource } from './loaders/find-images';
export { type RetrievalOptions, retrieval } from './loaders/retrieval';
export type { TaggedToken, Tagger } from './loaders/shuffle-caption';
export { sugarCrepe } from './loaders/sugar-crepe';
export { sugarCrepePlus } from './loaders/sugar-crepe-plus';
export { valse } from './loaders/valse';
export { winoground } from './loaders/winoground';
export { type ZeroShotOptions, zeroShot } from './loaders/zero-shot';
export { averagePrecision } from './probes/average-precision';
export type { Features } from './probes/features';
export {
  type LabelledRows,
  type LinearProbeOptions,
  type LinearProbeResult,
  linearProbe,
} from './probes/linear-probe';
export {
  type MultiLabelProbeOptions,
  type MultiLabelProbeResult,
  type MultiLabelRows,
  multiLabelProbe,
} from './probes/multi-label-probe';
export type { ProbeProgress, TriedStrength } from './probes/probe-options';
export { bagOfWordsUpperBound } from './questions/bag-of-words';
export type { Benchmark, Coverage, RetrievalTask } from './questions/benchmark';
export { type BenchmarkInputs, inputsOf } from './questions/inputs';
export type {
  BenchmarkImage,
  BenchmarkText,
  LazyImage,
  Pairing,
  Question,
} from './questions/question';
export type {
  BudgetPoint,
  Example,
  ExperimentRecord,
  MiningSummary,
  TrainingPoint,
  TrainingRun,
} from './report/record';
export { renderReport } from './report/render-report';
export { type SummaryRow, type SummaryTable, summariseResults } from './report/summary-rows';
export { type BlindOptions, evaluateBlind } from './scoring/blind-baseline';
export { blindScorer } from './scoring/blind-scorer';
export { type EvaluateOptions, evaluate } from './scoring/evaluate';
export { recall } from './scoring/recall';
export type { Answer, MeanOfKinds, Result, RetrievalResult } from './scoring/result';
export { type BootstrapOptions, bootstrapMean } from './statistics/bootstrap';
export { clusterProportion } from './statistics/cluster-proportion';
export { holm } from './statistics/holm';
export { mcnemar } from './statistics/mcnemar';
export { signFlipTest } from './statistics/permutation-test';
export { type Estimate, seedInterval } from './statistics/seed-interval';
export { type Proportion, proportion } from './statistics/wilson-interval';
