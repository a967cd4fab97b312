export type { ContrastiveBatch } from './batch';
export { cementLoss } from './cement-loss';
export type { ContrastiveOptions } from './contrastive-loss';
export {
  type DirectionBudget,
  type GradientBudget,
  type GradientBudgetOptions,
  gradientBudget,
} from './gradient-budget';
export { infoNceLoss } from './info-nce-loss';
export type { LayoutName } from './layouts/layout';
export { type AdaptiveMarginOptions, adaptiveMargin } from './margins/adaptive-margin';
export { type BalancedMarginOptions, balancedMargin } from './margins/balanced-margin';
export type { HardNegatives, Margin, MarginUnit, NegativeMass } from './margins/margin';
export { noMargin } from './margins/no-margin';
export { type StaticMarginOptions, staticMargin } from './margins/static-margin';
export { negClipLoss } from './neg-clip-loss';
export type { CementOptions } from './read-recipe';
