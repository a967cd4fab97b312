/**
 * Coefficients of the linear model y ≈ b₀ + Σ bᵢ xᵢ that minimise the sum of squares, b₀ first; by the normal equations
 * on centred columns, which suits a handful of columns.
 *
 * @param rows the xᵢ of each observation
 * @throws RangeError where the columns depend on each other
 */
export function leastSquares(rows: readonly (readonly number[])[], y: readonly number[]): number[] {
  const width = rows[0]!.length;
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const centres = Array.from({ length: width }, (_, i) => meanOf(rows.map((row) => row[i]!)));
  const centreY = meanOf(y);
  const system = Array.from({ length: width }, (_, i) => {
    const products = Array.from({ length: width }, (_, j) =>
      rows.reduce((sum, row) => sum + (row[i]! - centres[i]!) * (row[j]! - centres[j]!), 0),
    );
    return [...products, rows.reduce((sum, row, k) => sum + (row[i]! - centres[i]!) * (y[k]! - centreY), 0)];
  });
  const slopes = solve(system);
  return [centreY - slopes.reduce((sum, slope, i) => sum + slope * centres[i]!, 0), ...slopes];
}

/** Gauss–Jordan elimination with the largest pivot; the last column is the right side. */
function solve(system: number[][]): number[] {
  const size = system.length;
  const scale = Math.max(...system.map((row, i) => Math.abs(row[i]!)));
  for (let i = 0; i < size; i++) {
    const pivot = system
      .slice(i)
      .reduce((best, row) => (Math.abs(row[i]!) > Math.abs(best[i]!) ? row : best));
    if (!(Math.abs(pivot[i]!) > 1e-12 * scale))
      throw new RangeError('leastSquares: columns depend on each other');
    const at = system.indexOf(pivot);
    system[at] = system[i]!;
    system[i] = pivot.map((value) => value / pivot[i]!);
    for (const [j, row] of system.entries()) {
      if (j !== i) system[j] = row.map((value, k) => value - row[i]! * system[i]![k]!);
    }
  }
  return system.map((row) => row[size]!);
}
