import { Lanes } from './lanes';
import { product } from './product';

/**
 * softmax(q·kᵀ·scale + mask)·v for each head of each sequence, in place: `queries` [batch·m, width] and
 * `keysValues` [batch·n, 2·width], whose rows lie `queryRow` and `keyRow` bytes apart, `mask` [1 or batch, m, n] with `maskStride` bytes from one sequence to the
 * next (0 for one mask, `mask` 0 for none). `weights` gets the softmax, [batch, heads, m, n]; `out` [batch·m, width].
 */
export function attention(
  batch: i32,
  heads: i32,
  m: i32,
  n: i32,
  width: i32,
  scale: f32,
  queries: usize,
  queryRow: usize,
  keysValues: usize,
  keyRow: usize,
  mask: usize,
  maskStride: usize,
  weights: usize,
  out: usize,
  work: usize,
): void {
  const d = width / heads;
  const headBytes = (<usize>d) << 2;
  const row = (<usize>width) << 2;
  const weightRow = (<usize>n) << 2;
  for (let sequence = 0; sequence < batch; sequence++) {
    let q = queries + <usize>(sequence * m) * queryRow;
    let k = keysValues + <usize>(sequence * n) * keyRow;
    let o = out + <usize>(sequence * m) * row;
    const bias = mask === 0 ? <usize>0 : mask + <usize>sequence * maskStride;
    for (let head = 0; head < heads; head++) {
      product(false, true, m, n, d, q, queryRow, k, keyRow, weights, weightRow, 0, false, work, 0);
      for (let i = 0; i < m; i++) {
        const at = <usize>i * weightRow;
        softmax(n, scale, weights + at, bias === 0 ? <usize>0 : bias + at);
      }
      product(false, false, m, d, n, weights, weightRow, k + row, keyRow, o, row, 0, false, work, 0);
      weights += <usize>m * weightRow;
      q += headBytes;
      k += headBytes;
      o += headBytes;
    }
  }
}

/** Softmax of n numbers in place, after `scale` and the mask's addition. */
function softmax(n: i32, scale: f32, x: usize, mask: usize): void {
  const scales = f32x4.splat(scale);
  const nothing = f32x4.splat(-Infinity as f32);
  let tops = nothing;
  for (let i = 0; i < n; i += 4) {
    const at = (<usize>i) << 2;
    let y = f32x4.mul(Lanes.load(x + at, n - i, nothing), scales);
    if (mask !== 0) y = f32x4.add(y, Lanes.load(mask + at, n - i, f32x4.splat(0)));
    Lanes.store(x + at, n - i, y);
    tops = f32x4.pmax(tops, y);
  }
  const top = f32x4.splat(Lanes.max(tops));
  let sums = f32x4.splat(0);
  for (let i = 0; i < n; i += 4) {
    const at = (<usize>i) << 2;
    const y = Lanes.expOfNegative(f32x4.sub(Lanes.load(x + at, n - i, nothing), top));
    Lanes.store(x + at, n - i, y);
    sums = f32x4.add(sums, y);
  }
  const inverse = f32x4.splat(<f32>1 / Lanes.sum(sums));
  for (let i = 0; i < n; i += 4) {
    const at = (<usize>i) << 2;
    Lanes.store(x + at, n - i, f32x4.mul(Lanes.load(x + at, n - i, nothing), inverse));
  }
}

/**
 * Gradients of {@link attention}: with dP = dO·Vᵀ and dS = P∘(dP − Σ P∘dP)·scale,
 * dQ = dS·K, dK = dSᵀ·Q, dV = Pᵀ·dO, whose rows lie as far apart as those of queries, keys and values. `scratch` holds
 * m·n floats.
 */
export function attentionGradient(
  batch: i32,
  heads: i32,
  m: i32,
  n: i32,
  width: i32,
  scale: f32,
  queries: usize,
  queryRow: usize,
  keysValues: usize,
  keyRow: usize,
  weights: usize,
  dOut: usize,
  dQueries: usize,
  dKeysValues: usize,
  scratch: usize,
  work: usize,
): void {
  const d = width / heads;
  const headBytes = (<usize>d) << 2;
  const row = (<usize>width) << 2;
  const weightRow = (<usize>n) << 2;
  for (let sequence = 0; sequence < batch; sequence++) {
    for (let head = 0; head < heads; head++) {
      const queryAt = <usize>(sequence * m) * queryRow + <usize>head * headBytes;
      const keyAt = <usize>(sequence * n) * keyRow + <usize>head * headBytes;
      const k = keysValues + keyAt;
      const dO = dOut + <usize>(sequence * m) * row + <usize>head * headBytes;
      const dK = dKeysValues + keyAt;
      product(true, false, n, d, m, weights, weightRow, dO, row, dK + row, keyRow, 0, false, work, 0);
      product(false, true, m, n, d, dO, row, k + row, keyRow, scratch, weightRow, 0, false, work, 0);
      for (let i = 0; i < m; i++) {
        const at = <usize>i * weightRow;
        softmaxGradient(n, scale, weights + at, scratch + at);
      }
      product(
        false,
        false,
        m,
        d,
        n,
        scratch,
        weightRow,
        k,
        keyRow,
        dQueries + queryAt,
        queryRow,
        0,
        false,
        work,
        0,
      );
      product(
        true,
        false,
        n,
        d,
        m,
        scratch,
        weightRow,
        queries + queryAt,
        queryRow,
        dK,
        keyRow,
        0,
        false,
        work,
        0,
      );
      weights += <usize>m * weightRow;
    }
  }
}

/** dP → dS of one row, in place. */
function softmaxGradient(n: i32, scale: f32, p: usize, dP: usize): void {
  const zero = f32x4.splat(0);
  let sums = zero;
  for (let i = 0; i < n; i += 4) {
    const at = (<usize>i) << 2;
    sums = Lanes.multiplyAdd(Lanes.load(p + at, n - i, zero), Lanes.load(dP + at, n - i, zero), sums);
  }
  const along = f32x4.splat(Lanes.sum(sums));
  const scales = f32x4.splat(scale);
  for (let i = 0; i < n; i += 4) {
    const at = (<usize>i) << 2;
    const rest = f32x4.sub(Lanes.load(dP + at, n - i, zero), along);
    Lanes.store(dP + at, n - i, f32x4.mul(f32x4.mul(Lanes.load(p + at, n - i, zero), rest), scales));
  }
}
