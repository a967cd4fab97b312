/**
 * The rank of each query's own entry among all entries by dot product, from 1; an entry as similar as the right one stands
 * before it. Query i's own entry is entry i.
 *
 * @param queries [count, width]
 * @param entries [count, width]
 */
export function ranksOf(queries: Float32Array, entries: Float32Array, width: number): number[] {
  const count = queries.length / width;
  // In double precision they needn't be converted count times.
  const [asking, answering] = [Float64Array.from(queries), Float64Array.from(entries)];
  const sums = new Float64Array(count);
  return Array.from({ length: count }, (_, query) => {
    dots(asking.subarray(query * width, (query + 1) * width), answering, sums);
    const own = sums[query]!;
    let rank = 0;
    for (let entry = 0; entry < count; entry++) if (sums[entry]! >= own) rank++;
    // It stands before itself, unless it is NaN.
    return Math.max(rank, 1);
  });
}

/** A vector's dot product with each entry; four sums side by side, each in the order of {@link dot}, so that they have its bits. */
function dots(query: Float64Array, entries: Float64Array, sums: Float64Array): void {
  const width = query.length;
  let entry = 0;
  for (; entry + 4 <= sums.length; entry += 4) {
    const first = entry * width;
    const [second, third, fourth] = [first + width, first + 2 * width, first + 3 * width];
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let at = 0; at < width; at++) {
      const value = query[at]!;
      a += value * entries[first + at]!;
      b += value * entries[second + at]!;
      c += value * entries[third + at]!;
      d += value * entries[fourth + at]!;
    }
    sums[entry] = a;
    sums[entry + 1] = b;
    sums[entry + 2] = c;
    sums[entry + 3] = d;
  }
  for (; entry < sums.length; entry++) sums[entry] = dot(query, 0, entries, entry, width);
}

function dot(
  a: Float32Array | Float64Array,
  row: number,
  b: Float32Array | Float64Array,
  other: number,
  width: number,
): number {
  let sum = 0;
  const [start, second] = [row * width, other * width];
  for (let at = 0; at < width; at++) sum += a[start + at]! * b[second + at]!;
  return sum;
}
