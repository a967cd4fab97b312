/**
 * Local linear regression: at each of the places `at`, a line through the nearest share of the points with tricube weights,
 * (1 − (d/D)³)³ with D the distance of the farthest of them. Source: W. S. Cleveland 1979, "Robust locally weighted
 * regression and smoothing scatterplots", without the robust steps.
 *
 * @param span share of the points that take part, from 0 to 1
 */
export function loess(
  x: readonly number[],
  y: readonly number[],
  at: readonly number[],
  span = 0.5,
): number[] {
  const order = [...x.keys()].sort((a, b) => x[a]! - x[b]!);
  const xs = order.map((index) => x[index]!);
  const ys = order.map((index) => y[index]!);
  const count = Math.min(xs.length, Math.max(2, Math.ceil(span * xs.length)));
  return at.map((place) => {
    const start = nearest(xs, place, count);
    const distance = Math.max(place - xs[start]!, xs[start + count - 1]! - place);
    let [total, sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0, 0];
    for (let index = start; index < start + count; index++) {
      const from = xs[index]! - place;
      const weight = distance > 0 ? (1 - Math.min(1, Math.abs(from) / distance) ** 3) ** 3 : 1;
      total += weight;
      sumX += weight * from;
      sumY += weight * ys[index]!;
      sumXX += weight * from * from;
      sumXY += weight * from * ys[index]!;
    }
    const spread = total * sumXX - sumX * sumX;
    // Points that all lie in one place have no slope: their mean.
    if (spread <= 1e-12 * total * total) return sumY / total;
    return (sumXX * sumY - sumX * sumXY) / spread;
  });
}

/** Where the window of `count` points that lie nearest to a place begins. */
function nearest(sorted: readonly number[], place: number, count: number): number {
  let [low, high] = [0, sorted.length - count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place - sorted[middle]! > sorted[middle + count]! - place) low = middle + 1;
    else high = middle;
  }
  return low;
}
