import { Lanes } from './lanes';

/**
 * y = x·σ(u) with u = x·(a + b·x²), for `size` numbers: quick-GELU with a = 1.702, b = 0; the tanh form of GELU
 * with a = 2√(2/π), b = 0.044715·a.
 */
export function gated(size: i32, a: f32, b: f32, x: usize, y: usize): void {
  const one = f32x4.splat(1);
  // Not ∞, which times b = 0 would be NaN.
  const largest = f32x4.splat(1e30);
  const minusA = f32x4.splat(-a);
  const minusB = f32x4.splat(-b);
  for (let i = 0; i < size; i += 4) {
    const at = (<usize>i) << 2;
    const left = size - i;
    const v = Lanes.load(x + at, left, one);
    const square = f32x4.pmin(f32x4.mul(v, v), largest);
    const inner = Lanes.multiplyAdd(square, minusB, minusA);
    const inverse = f32x4.add(one, Lanes.expWithin(f32x4.mul(v, inner)));
    Lanes.store(y + at, left, f32x4.div(v, inverse));
  }
}

/** dx = dy·(σ + x·σ·(1 − σ)·u′) with u′ = a + 3b·x². */
export function gatedGradient(size: i32, a: f32, b: f32, x: usize, dy: usize, dx: usize): void {
  const one = f32x4.splat(1);
  // Not ∞, which times b = 0 would be NaN.
  const largest = f32x4.splat(1e30);
  const minusA = f32x4.splat(-a);
  const minusB = f32x4.splat(-b);
  const slopeA = f32x4.splat(a);
  const slopeB = f32x4.splat(3 * b);
  for (let i = 0; i < size; i += 4) {
    const at = (<usize>i) << 2;
    const left = size - i;
    const v = Lanes.load(x + at, left, one);
    const square = f32x4.pmin(f32x4.mul(v, v), largest);
    const inner = Lanes.multiplyAdd(square, minusB, minusA);
    const gate = f32x4.div(one, f32x4.add(one, Lanes.expWithin(f32x4.mul(v, inner))));
    const slope = Lanes.multiplyAdd(square, slopeB, slopeA);
    const bend = f32x4.mul(f32x4.mul(v, f32x4.sub(one, gate)), slope);
    const derivative = Lanes.multiplyAdd(gate, bend, gate);
    Lanes.store(dx + at, left, f32x4.mul(Lanes.load(dy + at, left, one), derivative));
  }
}
