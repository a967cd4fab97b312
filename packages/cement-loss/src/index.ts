export type { ContrastiveBatch, TeacherBatch } from './batch/batch';
export {
  type BudgetMeans,
  type BudgetRecord,
  type BudgetRecorder,
  budgetRecorder,
} from './budget/budget-recorder';
export {
  type DirectionBudget,
  type GradientBudget,
  type GradientBudgetOptions,
  gradientBudget,
} from './budget/gradient-budget';
export type { ContrastiveOptions } from './gradients/contrastive-loss';
export { asLayersLoss, type LayersLossOptions, layersTargets } from './layers/as-layers-loss';
export type { LayoutName } from './layouts/layout';
export { type CeClipOptions, ceClipLoss, ceClipThresholds } from './losses/ce-clip-loss';
export type { CementOptions } from './losses/cement-definition';
export { cementLoss } from './losses/cement-loss';
export { decoupledLoss } from './losses/decoupled-loss';
export { type HnNceOptions, hnNceLoss } from './losses/hn-nce-loss';
export { infoNceLoss } from './losses/info-nce-loss';
export { type KeepCloseOptions, keepClose } from './losses/keep-close';
export { negClipLoss } from './losses/neg-clip-loss';
export { type OwnNegativesOptions, ownNegatives } from './losses/own-negatives';
export type { PairLossOptions } from './losses/pair-loss';
export { type SigLipOptions, sigLipLoss } from './losses/sig-lip-loss';
export { type LossTerm, sumLosses } from './losses/sum-losses';
export { tripletClipLoss } from './losses/triplet-clip-loss';
export { type AdaptiveMarginOptions, adaptiveMargin } from './margins/adaptive-margin';
export { type BalancedMarginOptions, balancedMargin } from './margins/balanced-margin';
export {
  type FittedMarginOptions,
  fittedMargin,
  type MarginSample,
} from './margins/fitted-margin';
export type { HardNegatives, Margin, MarginUnit, NegativeMass } from './margins/margin';
export { noMargin } from './margins/no-margin';
export { type SimilarityMarginOptions, similarityMargin } from './margins/similarity-margin';
export { type StaticMarginOptions, staticMargin } from './margins/static-margin';
