import { mul } from '@tensorflow/tfjs-core';
import { checkNotNegative } from '../options/check-number';
import { checkBoolean, readOptions } from '../options/read-options';
import type { Margin } from './margin';

export interface SimilarityMarginOptions {
  /** α ≥ 0: what a hard caption at cosine 1 to the image gets, in logits. Default 5, EmbeddingGemma's. */
  readonly strength?: number | undefined;
  /** Whether the row's other negatives get theirs too, in both directions. Default false. */
  readonly others?: boolean | undefined;
}

/**
 * A margin that follows how similar the model finds the hard caption itself: m = α·sg(s(v_i, h_ik)), in logits. No
 * gradient flows through it, so that the more similar negatives count e^{α·s} times.
 *
 * @throws when `strength` is no number ≥ 0, or `others` is not true or false.
 * @source EmbeddingGemma (Vera et al. 2025, arXiv 2509.20354), α = 5; sentence-transformers' `hardness_mode`:
 *   `"hard_negatives"`, and with `others` `"all_negatives"` (Lan et al. 2025, arXiv 2503.04812, has α = 9)
 */
export function similarityMargin(options: SimilarityMarginOptions = {}): Margin {
  const op = 'similarityMargin';
  const { strength = 5, others = false } = readOptions(op, options, { strength: '', others: '' });
  checkNotNegative(op, { strength });
  checkBoolean(op, 'others', others);
  return {
    name: 'similarity',
    unit: 'logit',
    needsConcreteness: false,
    others,
    perCosine: (cosines) => mul(cosines, strength),
  };
}
