// Arithmetic on four floats at a time. The functions of this class are inlined where they are called.
// Constants of exp. They are variables, set once, so that a loop reads each by one load: as constants in the code
// each would be built anew in every round, by three instructions.
let log2e: v128 = f32x4.splat(0);
let rounder: v128 = f32x4.splat(0);
let minusLn2High: v128 = f32x4.splat(0);
let minusLn2Low: v128 = f32x4.splat(0);
let c5: v128 = f32x4.splat(0);
let c4: v128 = f32x4.splat(0);
let c3: v128 = f32x4.splat(0);
let c2: v128 = f32x4.splat(0);
let c1: v128 = f32x4.splat(0);
let c0: v128 = f32x4.splat(0);
let one: v128 = f32x4.splat(0);
let lowest: v128 = f32x4.splat(0);
let highest: v128 = f32x4.splat(0);

/** Sets the constants; to be called before anything else. */
export function setUp(): void {
  log2e = f32x4.splat(Mathf.LOG2E);
  // 1.5·2²³: adding it rounds to an integer, which then lies in the low bits.
  rounder = f32x4.splat(12582912);
  // ln 2 in two parts, so that n·ln 2 is taken off without loss (Cody and Waite).
  minusLn2High = f32x4.splat(-0.693359375);
  minusLn2Low = f32x4.splat(2.1219444e-4);
  c5 = f32x4.splat(1.98756915e-4);
  c4 = f32x4.splat(1.3981999507e-3);
  c3 = f32x4.splat(8.3334519073e-3);
  c2 = f32x4.splat(4.1665795894e-2);
  c1 = f32x4.splat(1.6666665459e-1);
  c0 = f32x4.splat(5.0000001201e-1);
  one = f32x4.splat(1);
  lowest = f32x4.splat(-87.33);
  highest = f32x4.splat(88.72);
}

// biome-ignore lint/complexity/noStaticOnlyClass: TypeScript has decorators on methods only.
export abstract class Lanes {
  /** a·b + c, in one rounding where the runtime has relaxed SIMD and the processor an instruction for it. */
  @inline static multiplyAdd(a: v128, b: v128, c: v128): v128 {
    if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
    return f32x4.add(f32x4.mul(a, b), c);
  }

  /**
   * eˣ to 2 units in the last place for x in [−87.33, 88.72], and the value at the nearer end outside; what it
   * gives for NaN is left open. x = n·ln 2 + r, eʳ by the polynomial of Cephes' expf, and n added to the
   * exponent's bits.
   */
  @inline static expWithin(x: v128): v128 {
    const within = f32x4.pmin(f32x4.pmax(x, lowest), highest);
    const shifted = Lanes.multiplyAdd(within, log2e, rounder);
    const n = f32x4.sub(shifted, rounder);
    const r = Lanes.multiplyAdd(n, minusLn2Low, Lanes.multiplyAdd(n, minusLn2High, within));
    let p = Lanes.multiplyAdd(c5, r, c4);
    p = Lanes.multiplyAdd(p, r, c3);
    p = Lanes.multiplyAdd(p, r, c2);
    p = Lanes.multiplyAdd(p, r, c1);
    p = Lanes.multiplyAdd(p, r, c0);
    p = Lanes.multiplyAdd(p, f32x4.mul(r, r), f32x4.add(r, one));
    return i32x4.add(p, i32x4.shl(shifted, 23));
  }

  /** eˣ for x ≤ 0 or NaN: 0 where it would be subnormal (below −87.33). */
  @inline static expOfNegative(x: v128): v128 {
    const y = v128.andnot(Lanes.expWithin(x), f32x4.lt(x, lowest));
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
