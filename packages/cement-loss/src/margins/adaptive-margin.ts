import { add, mul, sub } from '@tensorflow/tfjs-core';
import { checkChoice } from '../options/check-choice';
import { checkFinite } from '../options/check-number';
import { readOptions } from '../options/read-options';
import { concretenessRank } from './concreteness-rank';
import type { Margin, MarginUnit } from './margin';

export interface AdaptiveMarginOptions {
  /** The margin of the most concrete word (c = 5, or the highest rank). Default 2. */
  readonly max?: number | undefined;
  /** The margin of the most abstract word (c = 1, or the lowest rank). Default 0. Above `max` the direction reverses. */
  readonly min?: number | undefined;
  /** What it is added to. Default `'logit'`. */
  readonly unit?: MarginUnit | undefined;
  /**
   * `'linear'` (default): r(c) = (c − 1)/4. `'rank'`: c's rank among the batch's hard negatives, 0 to 1, ties
   * averaged, empty slots left out; it spreads margins out where all words are about equally concrete.
   */
  readonly scale?: 'linear' | 'rank' | undefined;
}

/**
 * A margin that follows the concreteness c of the changed word: m(c) = min + (max − min)·r(c). The Cement margin.
 *
 * @throws when `min` or `max` is not finite, or `unit` or `scale` is not known.
 * @source "Concrete Jungle" (arXiv 2604.13313); direction, zero, unit and size are this package's definitions
 */
export function adaptiveMargin(options: AdaptiveMarginOptions = {}): Margin {
  const names = { max: '', min: '', unit: '', scale: '' };
  const read = readOptions('adaptiveMargin', options, names);
  const { max = 2, min = 0, unit = 'logit', scale = 'linear' } = read;
  checkFinite('adaptiveMargin', 'max', max);
  checkFinite('adaptiveMargin', 'min', min);
  checkChoice('adaptiveMargin', 'unit', unit, 'logit', 'cosine');
  checkChoice('adaptiveMargin', 'scale', scale, 'linear', 'rank');
  return {
    name: 'adaptive',
    unit,
    needsConcreteness: true,
    perNegative: ({ concreteness, valid }) => {
      if (!concreteness) throw new Error('adaptiveMargin: concreteness is not in the batch.');
      const share =
        scale === 'rank' ? concretenessRank(concreteness, valid) : mul(sub(concreteness, 1), 0.25);
      return add(mul(share, max - min), min);
    },
  };
}
