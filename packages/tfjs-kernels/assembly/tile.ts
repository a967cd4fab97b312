// The inner loops of the product: a tile of C stays in registers while both sides are read once.
import { Lanes } from './lanes';
import { tileColumns } from './pack';

/**
 * C ← `from` + `bias` + A·right for 6 × 8 numbers of C, in twelve of the sixteen vector registers: six rows of A [6, depth], and
 * a panel `right` [depth, 8]. Rows of A, `from` and C lie `aStride`, `fromStride` and `cStride` bytes apart. Rows of A
 * are read where they lie: packed side by side they would be read no faster.
 */
export function multiplyTile(
  depth: i32,
  a: usize,
  aStride: usize,
  right: usize,
  from: usize,
  fromStride: usize,
  bias: usize,
  c: usize,
  cStride: usize,
): void {
  const biasLow = v128.load(bias);
  const biasHigh = v128.load(bias, 16);
  let low0 = f32x4.add(v128.load(from), biasLow);
  let high0 = f32x4.add(v128.load(from, 16), biasHigh);
  from += fromStride;
  let low1 = f32x4.add(v128.load(from), biasLow);
  let high1 = f32x4.add(v128.load(from, 16), biasHigh);
  from += fromStride;
  let low2 = f32x4.add(v128.load(from), biasLow);
  let high2 = f32x4.add(v128.load(from, 16), biasHigh);
  from += fromStride;
  let low3 = f32x4.add(v128.load(from), biasLow);
  let high3 = f32x4.add(v128.load(from, 16), biasHigh);
  from += fromStride;
  let low4 = f32x4.add(v128.load(from), biasLow);
  let high4 = f32x4.add(v128.load(from, 16), biasHigh);
  from += fromStride;
  let low5 = f32x4.add(v128.load(from), biasLow);
  let high5 = f32x4.add(v128.load(from, 16), biasHigh);
  let a1 = a + aStride;
  let a2 = a1 + aStride;
  let a3 = a2 + aStride;
  let a4 = a3 + aStride;
  let a5 = a4 + aStride;
  const end = a + ((<usize>depth) << 2);
  while (a < end) {
    const low = v128.load(right);
    const high = v128.load(right, 16);
    let x = v128.load32_splat(a);
    low0 = Lanes.multiplyAdd(x, low, low0);
    high0 = Lanes.multiplyAdd(x, high, high0);
    x = v128.load32_splat(a1);
    low1 = Lanes.multiplyAdd(x, low, low1);
    high1 = Lanes.multiplyAdd(x, high, high1);
    x = v128.load32_splat(a2);
    low2 = Lanes.multiplyAdd(x, low, low2);
    high2 = Lanes.multiplyAdd(x, high, high2);
    x = v128.load32_splat(a3);
    low3 = Lanes.multiplyAdd(x, low, low3);
    high3 = Lanes.multiplyAdd(x, high, high3);
    x = v128.load32_splat(a4);
    low4 = Lanes.multiplyAdd(x, low, low4);
    high4 = Lanes.multiplyAdd(x, high, high4);
    x = v128.load32_splat(a5);
    low5 = Lanes.multiplyAdd(x, low, low5);
    high5 = Lanes.multiplyAdd(x, high, high5);
    a += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    a4 += 4;
    a5 += 4;
    right += tileColumns * 4;
  }
  v128.store(c, low0);
  v128.store(c, high0, 16);
  c += cStride;
  v128.store(c, low1);
  v128.store(c, high1, 16);
  c += cStride;
  v128.store(c, low2);
  v128.store(c, high2, 16);
  c += cStride;
  v128.store(c, low3);
  v128.store(c, high3, 16);
  c += cStride;
  v128.store(c, low4);
  v128.store(c, high4, 16);
  c += cStride;
  v128.store(c, low5);
  v128.store(c, high5, 16);
}
