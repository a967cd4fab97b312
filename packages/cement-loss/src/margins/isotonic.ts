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
  type Pool = { from: number; to: number; mean: number; weight: number };
  const pools: Pool[] = [];
  const merge = (a: Pool, b: Pool): Pool => {
    const weight = a.weight + b.weight;
    return { from: a.from, to: b.to, mean: (a.mean * a.weight + b.mean * b.weight) / weight, weight };
  };
  for (const { x, y, weight } of distinct(samples)) {
    let pool: Pool = { from: x, to: x, mean: y, weight };
    let last = pools.at(-1);
    while (last && last.mean <= pool.mean) {
      pool = merge(last, pool);
      pools.pop();
      last = pools.at(-1);
    }
    pools.push(pool);
  }
  return pools.flatMap(({ from, to, mean }) =>
    from === to
      ? [{ x: from, y: mean }]
      : [
          { x: from, y: mean },
          { x: to, y: mean },
        ],
  );
}

/** The samples by x, those of the same x as their mean. */
function distinct(samples: readonly CurvePoint[]): Array<CurvePoint & { readonly weight: number }> {
  const sums = new Map<number, { total: number; weight: number }>();
  for (const { x, y } of samples) {
    const { total, weight } = sums.get(x) ?? { total: 0, weight: 0 };
    sums.set(x, { total: total + y, weight: weight + 1 });
  }
  return [...sums]
    .map(([x, { total, weight }]) => ({ x, y: total / weight, weight }))
    .sort((a, b) => a.x - b.x);
}
