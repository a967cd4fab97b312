export { asLayersLoss, type LayersLossOptions, layersTargets } from './as-layers-loss';
export type { ContrastiveBatch } from './batch';
export { type BudgetMeans, type BudgetRecord, type BudgetRecorder, budgetRecorder } from './budget-recorder';
export { type CeClipOptions, ceClipLoss, ceClipThresholds } from './ce-clip-loss';
export { cementLoss } from './cement-loss';
export type { ContrastiveOptions } from './contrastive-loss';
export { decoupledLoss } from './decoupled-loss';
export {
  type DirectionBudget,
  type GradientBudget,
  type GradientBudgetOptions,
  gradientBudget,
} from './gradient-budget';
export { type HnNceOptions, hnNceLoss } from './hn-nce-loss';
export { infoNceLoss } from './info-nce-loss';
export type { LayoutName } from './layouts/layout';
export { type AdaptiveMarginOptions, adaptiveMargin } from './margins/adaptive-margin';
export { type BalancedMarginOptions, balancedMargin } from './margins/balanced-margin';
export {
  type FittedMarginOptions,
  fittedMargin,
  type MarginSample,
} from './margins/fitted-margin';
export type { HardNegatives, Margin, MarginUnit, NegativeMass } from './margins/margin';
export { noMargin } from './margins/no-margin';
export { type StaticMarginOptions, staticMargin } from './margins/static-margin';
export { negClipLoss } from './neg-clip-loss';
export type { CementOptions } from './read-recipe';
export { type SigLipOptions, sigLipLoss } from './sig-lip-loss';
export { tripletClipLoss } from './triplet-clip-loss';
export type { PairLossOptions } from './with-hard-captions';
