import { InputError } from '@slipform/kit/errors/input-error';
import { checkNumbers } from '../checks/check-numbers';

/**
 * Average precision, Σ (Rₙ − Rₙ₋₁) Pₙ over the thresholds of the scores, as scikit-learn's average_precision_score
 * has it: equal scores stand at one threshold, so that the order among them does not matter. NaN without a positive.
 *
 * @param labels 1 for a positive, 0 for a negative
 *
 * @example
 * averagePrecision([1, 0, 1], [0.9, 0.8, 0.7]); // 0.83
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): number {
  checkNumbers('averagePrecision: labels', labels);
  checkNumbers('averagePrecision: scores', scores);
  if (labels.length !== scores.length) {
    throw new InputError(`averagePrecision: ${labels.length} labels for ${scores.length} scores.`);
  }
  const order = Array.from(scores, (_, index) => index).sort((a, b) => scores[b]! - scores[a]!);
  const positives = Array.from(labels).reduce((sum, label) => sum + (label ? 1 : 0), 0);
  let hits = 0;
  let area = 0;
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start]!]!;
    let end = start;
    const before = hits;
    while (end < order.length && scores[order[end]!] === score) if (labels[order[end++]!]) hits++;
    area += ((hits - before) / positives) * (hits / end);
    start = end;
  }
  return area;
}
