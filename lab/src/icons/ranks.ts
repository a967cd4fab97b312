/**
 * The rank of each query's own entry among all entries by dot product, from 1; an entry as similar as the right one stands
 * before it. Query i's own entry is entry i.
 *
 * @param queries [count, width]
 * @param entries [count, width]
 */
export function ranksOf(queries: Float32Array, entries: Float32Array, width: number): number[] {
  const count = queries.length / width;
  return Array.from({ length: count }, (_, query) => {
    const own = dot(queries, query, entries, query, width);
    let rank = 1;
    for (let entry = 0; entry < count; entry++) {
      if (entry !== query && dot(queries, query, entries, entry, width) >= own) rank++;
    }
    return rank;
  });
}

/** The similarity of one query with every entry. */
export function similarities(query: Float32Array, entries: Float32Array): Float32Array {
  const width = query.length;
  return Float32Array.from({ length: entries.length / width }, (_, entry) =>
    dot(query, 0, entries, entry, width),
  );
}

/** Share of the ranks that are at most `most`. */
export function recallAt(most: number, ranks: readonly number[]): number {
  return ranks.length === 0 ? Number.NaN : ranks.filter((rank) => rank <= most).length / ranks.length;
}

function dot(a: Float32Array, row: number, b: Float32Array, other: number, width: number): number {
  let sum = 0;
  const [start, second] = [row * width, other * width];
  for (let at = 0; at < width; at++) sum += a[start + at]! * b[second + at]!;
  return sum;
}
