import { seedInterval } from '@slipform/bench';
import { mean } from './mean';

/** 80 % quantiles of Student's t for 1 to 30 degrees of freedom. */
const T80 = [
  1.376, 1.061, 0.978, 0.941, 0.92, 0.906, 0.896, 0.889, 0.883, 0.879, 0.876, 0.873, 0.87, 0.868, 0.866,
  0.865, 0.863, 0.862, 0.861, 0.86, 0.859, 0.858, 0.858, 0.857, 0.856, 0.856, 0.855, 0.855, 0.854, 0.854,
];

/**
 * The smallest true mean difference that a paired, two-sided t-test at 5 % would have found with 80 % power, given how far
 * these differences lie apart: (t.975 + t.80) · s / √n with n − 1 degrees of freedom. Where no effect was seen, one of
 * this size would probably have been, and a smaller one may be there. The power is .80 to two digits for eight
 * differences and .78 for four, by the noncentral t distribution.
 * Source: W. G. Cochran and G. M. Cox 1957, "Experimental designs", section 2.21.
 *
 * @throws InputError for fewer than two differences, whose spread is unknown.
 */
export function detectableDifference(differences: readonly number[]): number {
  const n = differences.length;
  const { value, interval } = seedInterval(differences);
  const centre = mean(differences);
  const squares = differences.reduce((sum, each) => sum + (each - centre) ** 2, 0);
  return interval[1] - value + (T80[n - 2] ?? 0.85) * Math.sqrt(squares / (n - 1) / n);
}
