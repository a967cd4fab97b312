// The inner loop for a runtime that makes one operation on eight floats of two neighbours on four.
import { Lanes } from './lanes';
import { tileColumns } from './pack';

/**
 * As multiplyTile, for 6 × 16 numbers of C: `right` is two panels [depth, 8], one after the other. Twelve vectors of
 * eight floats fill the registers; where a vector has four, this is slower than two narrow tiles.
 */
export function multiplyWideTile(
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
  const biasP = v128.load(bias);
  const biasQ = v128.load(bias, 16);
  const biasR = v128.load(bias, 32);
  const biasS = v128.load(bias, 48);
  let p0 = f32x4.add(v128.load(from), biasP);
  let q0 = f32x4.add(v128.load(from, 16), biasQ);
  let r0 = f32x4.add(v128.load(from, 32), biasR);
  let s0 = f32x4.add(v128.load(from, 48), biasS);
  from += fromStride;
  let p1 = f32x4.add(v128.load(from), biasP);
  let q1 = f32x4.add(v128.load(from, 16), biasQ);
  let r1 = f32x4.add(v128.load(from, 32), biasR);
  let s1 = f32x4.add(v128.load(from, 48), biasS);
  from += fromStride;
  let p2 = f32x4.add(v128.load(from), biasP);
  let q2 = f32x4.add(v128.load(from, 16), biasQ);
  let r2 = f32x4.add(v128.load(from, 32), biasR);
  let s2 = f32x4.add(v128.load(from, 48), biasS);
  from += fromStride;
  let p3 = f32x4.add(v128.load(from), biasP);
  let q3 = f32x4.add(v128.load(from, 16), biasQ);
  let r3 = f32x4.add(v128.load(from, 32), biasR);
  let s3 = f32x4.add(v128.load(from, 48), biasS);
  from += fromStride;
  let p4 = f32x4.add(v128.load(from), biasP);
  let q4 = f32x4.add(v128.load(from, 16), biasQ);
  let r4 = f32x4.add(v128.load(from, 32), biasR);
  let s4 = f32x4.add(v128.load(from, 48), biasS);
  from += fromStride;
  let p5 = f32x4.add(v128.load(from), biasP);
  let q5 = f32x4.add(v128.load(from, 16), biasQ);
  let r5 = f32x4.add(v128.load(from, 32), biasR);
  let s5 = f32x4.add(v128.load(from, 48), biasS);
  let a1 = a + aStride;
  let a2 = a1 + aStride;
  let a3 = a2 + aStride;
  let a4 = a3 + aStride;
  let a5 = a4 + aStride;
  let next = right + ((<usize>(depth * tileColumns)) << 2);
  const end = a + ((<usize>depth) << 2);
  while (a < end) {
    const p = v128.load(right);
    const q = v128.load(right, 16);
    const r = v128.load(next);
    const s = v128.load(next, 16);
    let x = v128.load32_splat(a);
    p0 = Lanes.multiplyAdd(x, p, p0);
    q0 = Lanes.multiplyAdd(x, q, q0);
    r0 = Lanes.multiplyAdd(x, r, r0);
    s0 = Lanes.multiplyAdd(x, s, s0);
    x = v128.load32_splat(a1);
    p1 = Lanes.multiplyAdd(x, p, p1);
    q1 = Lanes.multiplyAdd(x, q, q1);
    r1 = Lanes.multiplyAdd(x, r, r1);
    s1 = Lanes.multiplyAdd(x, s, s1);
    x = v128.load32_splat(a2);
    p2 = Lanes.multiplyAdd(x, p, p2);
    q2 = Lanes.multiplyAdd(x, q, q2);
    r2 = Lanes.multiplyAdd(x, r, r2);
    s2 = Lanes.multiplyAdd(x, s, s2);
    x = v128.load32_splat(a3);
    p3 = Lanes.multiplyAdd(x, p, p3);
    q3 = Lanes.multiplyAdd(x, q, q3);
    r3 = Lanes.multiplyAdd(x, r, r3);
    s3 = Lanes.multiplyAdd(x, s, s3);
    x = v128.load32_splat(a4);
    p4 = Lanes.multiplyAdd(x, p, p4);
    q4 = Lanes.multiplyAdd(x, q, q4);
    r4 = Lanes.multiplyAdd(x, r, r4);
    s4 = Lanes.multiplyAdd(x, s, s4);
    x = v128.load32_splat(a5);
    p5 = Lanes.multiplyAdd(x, p, p5);
    q5 = Lanes.multiplyAdd(x, q, q5);
    r5 = Lanes.multiplyAdd(x, r, r5);
    s5 = Lanes.multiplyAdd(x, s, s5);
    a += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    a4 += 4;
    a5 += 4;
    right += tileColumns * 4;
    next += tileColumns * 4;
  }
  v128.store(c, p0);
  v128.store(c, q0, 16);
  v128.store(c, r0, 32);
  v128.store(c, s0, 48);
  c += cStride;
  v128.store(c, p1);
  v128.store(c, q1, 16);
  v128.store(c, r1, 32);
  v128.store(c, s1, 48);
  c += cStride;
  v128.store(c, p2);
  v128.store(c, q2, 16);
  v128.store(c, r2, 32);
  v128.store(c, s2, 48);
  c += cStride;
  v128.store(c, p3);
  v128.store(c, q3, 16);
  v128.store(c, r3, 32);
  v128.store(c, s3, 48);
  c += cStride;
  v128.store(c, p4);
  v128.store(c, q4, 16);
  v128.store(c, r4, 32);
  v128.store(c, s4, 48);
  c += cStride;
  v128.store(c, p5);
  v128.store(c, q5, 16);
  v128.store(c, r5, 32);
  v128.store(c, s5, 48);
}
