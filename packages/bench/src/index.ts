export { type Encoder, type ImageInput, InputError, type RawImage, type Scorer } from '@slipform/clip';
export { bagOfWordsCeilings } from './bag-of-words-ceiling';
export type {
  Benchmark,
  BenchmarkImage,
  BenchmarkItem,
  BenchmarkText,
  ChoiceItem,
  CompositionItem,
  Coverage,
  LazyImage,
  MatchingItem,
  Pairing,
  RetrievalTask,
} from './benchmark';
export { type AroOptions, aro } from './benchmarks/aro';
export type { AroOrderOptions } from './benchmarks/aro-order';
export { cola } from './benchmarks/cola';
export type { ImageOptions, ImageSource } from './benchmarks/find-images';
export { type RetrievalOptions, retrieval } from './benchmarks/retrieval';
export type { TaggedToken, Tagger } from './benchmarks/shuffle-caption';
export { sugarCrepe } from './benchmarks/sugar-crepe';
export { sugarCrepePlus } from './benchmarks/sugar-crepe-plus';
export { valse } from './benchmarks/valse';
export { winoground } from './benchmarks/winoground';
export { type ZeroShotOptions, zeroShot } from './benchmarks/zero-shot';
export { type BlindOptions, evaluateBlind } from './blind-baseline';
export { blindScorer } from './blind-scorer';
export { type Comparison, compare, type KindComparison } from './compare';
export { compareSeeds, type SeedComparison } from './compare-seeds';
export { type TransformersOptions, transformersEncoder } from './encoders/transformers-encoder';
export { type EvaluateOptions, evaluate } from './evaluate';
export type {
  BudgetPoint,
  Example,
  ExperimentRecord,
  MiningSummary,
  TrainingPoint,
  TrainingRun,
} from './experiment/record';
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
export { recall } from './recall';
export { renderReport } from './report/render-report';
export type { MeanOfKinds, Result, RetrievalResult, ScoredItem } from './result';
export * from './scenes/index';
export { type BenchmarkInputs, inputsOf } from './scoring/inputs';
export { type BootstrapOptions, bootstrapMean } from './statistics/bootstrap';
export { clusterProportion } from './statistics/cluster-proportion';
export { holm } from './statistics/holm';
export { mcnemar } from './statistics/mcnemar';
export { signFlipTest } from './statistics/permutation-test';
export { type Estimate, seedInterval } from './statistics/seed-interval';
export { type Proportion, proportion } from './statistics/wilson-interval';
export { type SummaryRow, type SummaryTable, summariseResults } from './summary-rows';
