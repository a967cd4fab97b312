import { Lanes } from './lanes';

/** Sums over rows: `columns` numbers of each of `rows` rows that lie `stride` bytes apart → [columns]. */
export function columnSum(rows: i32, columns: i32, x: usize, stride: usize, y: usize): void {
  const zero = f32x4.splat(0);
  memory.fill(y, 0, (<usize>columns) << 2);
  // Four rows at a time, so that the sums are read and written a quarter as often.
  let row = 0;
  for (; row + 4 <= rows; row += 4, x += stride << 2) {
    for (let i = 0; i < columns; i += 4) {
      const left = columns - i;
      const at = x + ((<usize>i) << 2);
      const a = f32x4.add(Lanes.load(at, left, zero), Lanes.load(at + stride, left, zero));
      const b = f32x4.add(Lanes.load(at + stride * 2, left, zero), Lanes.load(at + stride * 3, left, zero));
      const to = y + ((<usize>i) << 2);
      Lanes.store(to, left, f32x4.add(Lanes.load(to, left, zero), f32x4.add(a, b)));
    }
  }
  for (; row < rows; row++, x += stride) {
    for (let i = 0; i < columns; i += 4) {
      const at = (<usize>i) << 2;
      const sum = f32x4.add(Lanes.load(y + at, columns - i, zero), Lanes.load(x + at, columns - i, zero));
      Lanes.store(y + at, columns - i, sum);
    }
  }
}
