/** A point of a fitted curve. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

/**
 * The least-squares fit of y by a function of x that never rises, by pooling adjacent violators, as the points where
 * it bends; between them it is a straight line, beyond them constant. Equal x count as one observation, their mean.
 *
 * @source Ayer et al. 1955; Barlow et al. 1972 (pool adjacent violators)
 */
export function decreasingFit(samples: readonly CurvePoint[]): CurvePoint[] {
  const pools: Array<{ from: number; to: number; total: number; weight: number }> = [];
  // Equal x by rising y: whatever their mean pools with, the last of them does.
  for (const { x, y } of samples.toSorted((a, b) => a.x - b.x || a.y - b.y)) {
    const pool = { from: x, to: x, total: y, weight: 1 };
    let last = pools.at(-1);
    while (last && (last.to === x || last.total * pool.weight <= pool.total * last.weight)) {
      pool.from = last.from;
      pool.total += last.total;
      pool.weight += last.weight;
      pools.pop();
      last = pools.at(-1);
    }
    pools.push(pool);
  }
  return pools.flatMap(({ from, to, total, weight }) =>
    [...new Set([from, to])].map((x) => ({ x, y: total / weight })),
  );
}
