import { Lanes } from './lanes';

/** Φ(x) and e^(−x²/2) of four numbers. */
// biome-ignore lint/complexity/noStaticOnlyClass: TypeScript has decorators on methods only.
abstract class Normal {
  /**
   * Φ(x) to 1.5·10⁻⁷ from `e` = e^(−x²/2), by formula 7.1.26 of Abramowitz and Stegun (1964), which tfjs's erf is
   * as well: ½·(a₁t + a₂t² + … + a₅t⁵)·e for x < 0, with t = 1/(1 + 0.3275911·|x|/√2), and one minus that above.
   */
  @inline static cumulative(x: v128, e: v128): v128 {
    const one = f32x4.splat(1);
    const t = f32x4.div(one, Lanes.multiplyAdd(f32x4.abs(x), f32x4.splat(0.3275911 * Mathf.SQRT1_2), one));
    let p = Lanes.multiplyAdd(t, f32x4.splat(1.061405429), f32x4.splat(-1.453152027));
    p = Lanes.multiplyAdd(p, t, f32x4.splat(1.421413741));
    p = Lanes.multiplyAdd(p, t, f32x4.splat(-0.284496736));
    p = Lanes.multiplyAdd(p, t, f32x4.splat(0.254829592));
    const tail = f32x4.mul(f32x4.mul(f32x4.mul(p, t), e), f32x4.splat(0.5));
    return v128.bitselect(tail, f32x4.sub(one, tail), f32x4.lt(x, f32x4.splat(0)));
  }

  @inline static bell(x: v128): v128 {
    return Lanes.expWithin(f32x4.mul(f32x4.mul(x, x), f32x4.splat(-0.5)));
  }
}

/** y = x·Φ(x), for `size` numbers. */
export function gelu(size: i32, x: usize, y: usize): void {
  const zero = f32x4.splat(0);
  for (let i = 0; i < size; i += 4) {
    const at = (<usize>i) << 2;
    const v = Lanes.load(x + at, size - i, zero);
    Lanes.store(y + at, size - i, f32x4.mul(v, Normal.cumulative(v, Normal.bell(v))));
  }
}

/** dx = dy·(Φ(x) + x·e^(−x²/2)/√(2π)). */
export function geluGradient(size: i32, x: usize, dy: usize, dx: usize): void {
  const zero = f32x4.splat(0);
  const height = f32x4.splat(0.3989422804014327);
  for (let i = 0; i < size; i += 4) {
    const at = (<usize>i) << 2;
    const left = size - i;
    const v = Lanes.load(x + at, left, zero);
    const e = Normal.bell(v);
    const slope = Lanes.multiplyAdd(f32x4.mul(v, e), height, Normal.cumulative(v, e));
    Lanes.store(dx + at, left, f32x4.mul(Lanes.load(dy + at, left, zero), slope));
  }
}
