export type { Benchmark, BenchmarkImage, CompositionItem, RetrievalTask } from './benchmark';
export { blindScorer } from './blind-scorer';
export { type Comparison, compare, type KindComparison } from './compare';
export { type EvaluateOptions, evaluate } from './evaluate';
export type {
  BudgetPoint,
  Example,
  ExperimentRecord,
  MiningSummary,
  TrainingPoint,
  TrainingRun,
} from './experiment/record';
export { renderReport } from './report/render-report';
export type { Result, RetrievalResult, ScoredItem } from './result';
export { retrieval as recall } from './retrieval';
export * from './scenes/index';
export { type BootstrapOptions, bootstrapMean } from './statistics/bootstrap';
export { mcnemar } from './statistics/mcnemar';
export { type Estimate, seedInterval } from './statistics/seed-interval';
export { type Proportion, proportion } from './statistics/wilson-interval';
export { type SummaryRow, type SummaryTable, summariseResults } from './summary-rows';
