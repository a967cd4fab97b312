import type { Margin } from './margin';

/** No margin: m = 0. The loss is then InfoNCE with hard negatives, exactly (NegCLIP's in the captions layout). */
export function noMargin(): Margin {
  return { name: 'none', unit: 'logit', needsConcreteness: false };
}
