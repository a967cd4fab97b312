/**
 * P(|T| ≥ |t|) of Student's t with `degrees` degrees of freedom: the regularised incomplete beta function
 * I_x(ν/2, 1/2) at x = ν / (ν + t²), by its continued fraction.
 * Source: Abramowitz and Stegun 1964, 26.5.8 and 26.7.1; the fraction is evaluated by Lentz's method.
 */
export function studentTail(t: number, degrees: number): number {
  if (!Number.isFinite(t)) return Number.isNaN(t) ? 1 : 0;
  const x = degrees / (degrees + t * t);
  const [a, b] = [degrees / 2, 0.5];
  // The fraction converges fast on this side of the mean only.
  return x < (a + 1) / (a + b + 2) ? incompleteBeta(x, a, b) : 1 - incompleteBeta(1 - x, b, a);
}

function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + logGamma(a + b) - logGamma(a) - logGamma(b));
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / (1 - ((a + b) * x) / (a + 1) || tiny);
  let fraction = d;
  for (let m = 1; m <= 300; m++) {
    for (const term of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / (1 + term * d || tiny);
      c = 1 + term / c || tiny;
      fraction *= c * d;
    }
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return (front * fraction) / a;
}

/** ln Γ(x) for x > 0, by Stirling's series from 10 on. */
function logGamma(x: number): number {
  let shift = 0;
  let z = x;
  while (z < 10) {
    shift += Math.log(z);
    z++;
  }
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/**
 * What Student's t with `degrees` degrees of freedom falls below with that probability: the inverse of
 * {@link studentTail}, by bisection.
 *
 * @param probability from .5 to below 1: .975 for a two-sided interval of 95 %
 * @param degrees above 0; need not be whole, as Satterthwaite's are not
 */
export function studentQuantile(probability: number, degrees: number): number {
  const tail = 2 * (1 - probability);
  let high = 1;
  while (studentTail(high, degrees) > tail) high *= 2;
  let low = 0;
  for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
    if (studentTail(middle, degrees) > tail) low = middle;
    else high = middle;
  }
  return high;
}
