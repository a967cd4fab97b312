import type { Tensor2D } from '@tensorflow/tfjs-core';

/**
 * What a margin is added to: `'logit'` adds it to s/τ, so that its effect does not change while τ is learned;
 * `'cosine'` adds it to the similarity s, inside /τ, so that it also enters the gradient of the logit scale.
 */
export type MarginUnit = 'logit' | 'cosine';

/** The hard negatives that a margin is asked for. */
export interface HardNegatives {
  /** `[N, K]` = pairs, hard negatives for each pair */
  readonly shape: readonly [rows: number, hardPerRow: number];
  /** `[N, K]`, 1 to 5; there when the margin says that it needs it */
  readonly concreteness?: Tensor2D;
  /** `[N, K]`, 0 where the slot is empty; missing when none is */
  readonly valid?: Tensor2D;
}

/** The two parts of a row's negatives, each as its log-sum-exp without any margin, `[rows, 1]`. */
export interface NegativeMass {
  readonly own: Tensor2D;
  readonly others: Tensor2D;
}

/**
 * A margin on the logits of each pair's own hard negatives. No gradient flows through it: ∂L/∂m > 0 always, so
 * that a trained margin would run to −∞.
 *
 * One of `perNegative` (a value for each hard negative), `perRow` (one for each row of logits, from the logits
 * themselves) and `perCosine` (one for each logit, from its cosine) is there, or none: no margin.
 */
export interface Margin {
  readonly name: string;
  readonly unit: MarginUnit;
  /** Whether the batch must bring `concreteness`. */
  readonly needsConcreteness: boolean;
  /** `[N, K]` in this margin's unit. */
  readonly perNegative?: (negatives: HardNegatives) => Tensor2D;
  /** `[rows, 1]` in logits. */
  readonly perRow?: (mass: NegativeMass) => Tensor2D;
  /** In logits, in the shape of the cosines of images and negatives that it is given. */
  readonly perCosine?: (cosines: Tensor2D) => Tensor2D;
  /** Whether `perCosine` also holds for the row's other negatives. Default false. */
  readonly others?: boolean;
}
