import { deviation } from './seed-interval';
import { studentQuantile } from './student-quantiles';

/**
 * The smallest true mean difference that a paired, two-sided t-test at 5 % would have found with 80 % power, given how far
 * these differences lie apart: (t.975 + t.80) · s / √n with n − 1 degrees of freedom. Where no effect was seen, one of
 * this size would probably have been, and a smaller one may be there. The power is .80 to two digits for eight
 * differences and .78 for four, by the noncentral t distribution.
 * Source: W. G. Cochran and G. M. Cox 1957, "Experimental designs", section 2.21.
 *
 * @throws RangeError for fewer than two differences, whose spread is unknown.
 */
export function detectableDifference(differences: readonly number[]): number {
  const n = differences.length;
  if (n < 2) throw new RangeError(`detectableDifference: needs at least two differences, got ${n}`);
  return (
    ((studentQuantile(0.975, n - 1) + studentQuantile(0.8, n - 1)) * deviation(differences)) / Math.sqrt(n)
  );
}
