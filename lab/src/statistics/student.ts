/** Quantiles of Student's t for 1 to 30 degrees of freedom; from 31 on those of 31 to 60 differ in the third digit only. */
const QUANTILES = {
  0.8: [
    1.376, 1.061, 0.978, 0.941, 0.92, 0.906, 0.896, 0.889, 0.883, 0.879, 0.876, 0.873, 0.87, 0.868, 0.866,
    0.865, 0.863, 0.862, 0.861, 0.86, 0.859, 0.858, 0.858, 0.857, 0.856, 0.856, 0.855, 0.855, 0.854, 0.854,
    0.85,
  ],
  0.95: [
    6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761, 1.753,
    1.746, 1.74, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701, 1.699, 1.697,
    1.68,
  ],
  0.975: [
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
    2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042, 2,
  ],
} as const;

/** What Student's t with so many degrees of freedom falls below with that probability. */
export function studentQuantile(probability: keyof typeof QUANTILES, degrees: number): number {
  const values = QUANTILES[probability];
  return values[Math.min(degrees, values.length) - 1]!;
}
