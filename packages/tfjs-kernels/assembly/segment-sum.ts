import { add } from './patches';

/**
 * Sums the rows of `x` by segment: row i, of `size` numbers, is added to row ids[i] of `y` [segments, size]. Rows whose
 * id is negative or too large are left out. `whole` for 32-bit integers, else they are floats.
 */
export function segmentSum(
  whole: bool,
  rows: i32,
  size: i32,
  segments: i32,
  x: usize,
  ids: usize,
  y: usize,
): void {
  const row = (<usize>size) << 2;
  memory.fill(y, 0, <usize>segments * row);
  for (let i = 0; i < rows; i++, x += row) {
    const id = load<i32>(ids + ((<usize>i) << 2));
    if (id < 0 || id >= segments) continue;
    const to = y + <usize>id * row;
    if (!whole) {
      add(size, x, to);
      continue;
    }
    for (let at: usize = 0; at < row; at += 4) store<i32>(to + at, load<i32>(to + at) + load<i32>(x + at));
  }
}
