import { fill } from '@tensorflow/tfjs-core';
import { checkChoice } from '../options/check-choice';
import { checkFinite } from '../options/check-number';
import { readOptions } from '../options/read-options';
import type { Margin, MarginUnit } from './margin';

export interface StaticMarginOptions {
  /** m₀, finite; a negative one softens the hard negatives. */
  readonly value: number;
  /** What it is added to. Default `'logit'`. */
  readonly unit?: MarginUnit | undefined;
}

/**
 * The same margin for every hard negative: m(c) = m₀, the paper's ablation. In logits it multiplies the odds of
 * the hard negative by e^{m₀}, which is SimCSE's hard-negative weight; in cosine units by e^{m₀/τ}, so useful
 * values are a few τ.
 *
 * @throws when `value` is not finite or `unit` is not known.
 * @source "Concrete Jungle" (arXiv 2604.13313), ablation; SimCSE (Gao et al. 2021, arXiv 2104.08821) for the weight
 */
export function staticMargin(options: StaticMarginOptions): Margin {
  const { value, unit = 'logit' } = readOptions('staticMargin', options, { value: '', unit: '' });
  checkFinite('staticMargin', 'value', value);
  checkChoice('staticMargin', 'unit', unit, 'logit', 'cosine');
  return {
    name: 'static',
    unit,
    needsConcreteness: false,
    perNegative: ({ shape }) => fill([...shape], value, 'float32'),
  };
}
