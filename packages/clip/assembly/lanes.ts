// Arithmetic on four floats at a time. The functions of this class are inlined where they are called.
const log2e: f32 = Mathf.LOG2E;
// 1.5·2²³: adding it rounds to an integer, which then lies in the low bits.
const rounder: f32 = 12582912;
// ln 2 in two parts, so that n·ln 2 is taken off without loss (Cody and Waite).
const ln2High: f32 = 0.693359375;
const ln2Low: f32 = -2.1219444e-4;

// biome-ignore lint/complexity/noStaticOnlyClass: TypeScript has decorators on methods only.
export abstract class Lanes {
  /** a·b + c, in one rounding where the runtime has relaxed SIMD and the processor an instruction for it. */
  @inline static multiplyAdd(a: v128, b: v128, c: v128): v128 {
    if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
    return f32x4.add(f32x4.mul(a, b), c);
  }

  /**
   * eˣ to 2 units in the last place: x = n·ln 2 + r, eʳ by the polynomial of Cephes' expf, and n added to the
   * exponent's bits. 0 below −87.33 (where the result would be subnormal), ∞ above 88.72, NaN for NaN.
   */
  @inline static exp(x: v128): v128 {
    const shifted = Lanes.multiplyAdd(x, f32x4.splat(log2e), f32x4.splat(rounder));
    const n = f32x4.sub(shifted, f32x4.splat(rounder));
    const high = Lanes.multiplyAdd(n, f32x4.splat(-ln2High), x);
    const r = Lanes.multiplyAdd(n, f32x4.splat(-ln2Low), high);
    let p = Lanes.multiplyAdd(f32x4.splat(1.98756915e-4), r, f32x4.splat(1.3981999507e-3));
    p = Lanes.multiplyAdd(p, r, f32x4.splat(8.3334519073e-3));
    p = Lanes.multiplyAdd(p, r, f32x4.splat(4.1665795894e-2));
    p = Lanes.multiplyAdd(p, r, f32x4.splat(1.6666665459e-1));
    p = Lanes.multiplyAdd(p, r, f32x4.splat(5.0000001201e-1));
    p = Lanes.multiplyAdd(p, f32x4.mul(r, r), f32x4.add(r, f32x4.splat(1)));
    let y = i32x4.add(p, i32x4.shl(shifted, 23));
    y = v128.andnot(y, f32x4.lt(x, f32x4.splat(-87.33)));
    y = v128.bitselect(f32x4.splat(Infinity as f32), y, f32x4.gt(x, f32x4.splat(88.72)));
    return v128.bitselect(x, y, f32x4.ne(x, x));
  }

  @inline static sum(x: v128): f32 {
    const low = f32x4.extract_lane(x, 0) + f32x4.extract_lane(x, 1);
    return low + (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3));
  }

  @inline static max(x: v128): f32 {
    const low = max(f32x4.extract_lane(x, 0), f32x4.extract_lane(x, 1));
    return max(low, max(f32x4.extract_lane(x, 2), f32x4.extract_lane(x, 3)));
  }

  /** The first `left` floats at `at`, at most four, and `rest` in the other lanes: nothing beyond them is read. */
  @inline static load(at: usize, left: i32, rest: v128): v128 {
    if (left >= 4) return v128.load(at);
    let x = v128.load32_lane(at, rest, 0);
    if (left > 1) x = v128.load32_lane(at, x, 1, 4);
    if (left > 2) x = v128.load32_lane(at, x, 2, 8);
    return x;
  }

  /** Writes the first `left` lanes, at most four. */
  @inline static store(at: usize, left: i32, x: v128): void {
    if (left >= 4) {
      v128.store(at, x);
      return;
    }
    v128.store32_lane(at, x, 0);
    if (left > 1) v128.store32_lane(at, x, 1, 4);
    if (left > 2) v128.store32_lane(at, x, 2, 8);
  }
}
