import { refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';

/** A share of successes with its 95 % interval. */
export interface Proportion {
  readonly correct: number;
  readonly total: number;
  /** `correct / total`. */
  readonly value: number;
  readonly interval: readonly [low: number, high: number];
}

const Z95 = 1.959963984540054;

/**
 * Wilson's score interval for a proportion, 95 %.
 *
 * centre (p + z²/2n) / (1 + z²/n), half width z·√(p(1 − p)/n + z²/4n²) / (1 + z²/n). Source: E. B. Wilson 1927,
 * "Probable inference, the law of succession, and statistical inference".
 *
 * @example
 * const { interval } = wilsonInterval(46, 100);
 */
export function wilsonInterval(correct: number, total: number): Proportion {
  if (
    !Number.isInteger(correct) ||
    !Number.isInteger(total) ||
    correct < 0 ||
    total < correct ||
    total === 0
  ) {
    refuse(
      'wilsonInterval',
      'correct and total',
      'must be whole numbers, 0 ≤ correct ≤ total and total > 0',
      `${shown(correct)} and ${shown(total)}`,
    );
  }
  const value = correct / total;
  return { correct, total, value, interval: wilsonBounds(value, total) };
}

/** Wilson's interval for a share of n, which need not be of whole successes; `z` standard deviations to each side. */
export function wilsonBounds(share: number, n: number, z = Z95): [low: number, high: number] {
  const spread = (z * z) / n;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z * Math.sqrt((share * (1 - share) + spread / 4) / n)) / (1 + spread);
  // At 0 and at 1 rounding would put an end to the wrong side of the share.
  return [Math.max(0, Math.min(share, centre - half)), Math.min(1, Math.max(share, centre + half))];
}
