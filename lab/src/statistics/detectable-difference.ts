import { seedInterval } from '@slipform/bench';
import { studentQuantile } from '@slipform/kit/random/student';
import { mean } from './mean';

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
  return interval[1] - value + studentQuantile(0.8, n - 1) * Math.sqrt(squares / (n - 1) / n);
}
