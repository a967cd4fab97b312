/** Adds numbers `from` to `to` of all arrays up, in their order, into the first one; returns Σ of the sums' squares. */
export function sumSlice(arrays: readonly Float32Array[], from: number, to: number): number {
  const [total, ...others] = arrays as [Float32Array, ...Float32Array[]];
  for (const other of others) {
    for (let i = from; i < to; i++) total[i]! += other[i]!;
  }
  let squares = 0;
  for (let i = from; i < to; i++) squares += total[i]! * total[i]!;
  return squares;
}
