import { refuse } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';

/**
 * McNemar's exact test of two models on the same items, two-sided: the p-value of a fair coin that falls `onlyA`
 * times one way and `onlyB` times the other, where these count the items that only one of the two gets right.
 * 1 where the models never differ. Source: Q. McNemar 1947; exact form: the binomial sign test.
 *
 * @example
 * mcnemar(12, 3); // p, where 12 questions only one model answers, and 3 only the other
 */
export function mcnemar(onlyA: number, onlyB: number): number {
  if (!Number.isInteger(onlyA) || !Number.isInteger(onlyB) || onlyA < 0 || onlyB < 0) {
    refuse('mcnemar', 'counts', 'must be whole numbers of at least 0', `${shown(onlyA)} and ${shown(onlyB)}`);
  }
  const n = onlyA + onlyB;
  const k = Math.min(onlyA, onlyB);
  // Sums C(n, i) / 2ⁿ for i ≤ k from logarithms, so that large counts don't underflow on the way.
  let logTerm = -n * Math.LN2;
  let tail = Math.exp(logTerm);
  for (let i = 1; i <= k; i++) {
    logTerm += Math.log((n - i + 1) / i);
    tail += Math.exp(logTerm);
  }
  return Math.min(1, 2 * tail);
}
