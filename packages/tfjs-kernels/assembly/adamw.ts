import { Lanes } from './lanes';

/**
 * One step of AdamW on `size` numbers, for the gradient g times the float at `scale`, or g where that is 0: m′ = β₁m + (1 − β₁)g, v′ = β₂v + (1 − β₂)g²,
 * θ′ = keep·θ − rate·m′/(√(unbias·v′) + ε).
 */
export function adamW(
  size: i32,
  theta: usize,
  g: usize,
  m: usize,
  v: usize,
  beta1: f32,
  beta2: f32,
  unbias: f32,
  epsilon: f32,
  keep: f32,
  rate: f32,
  scale: usize,
  nextTheta: usize,
  nextM: usize,
  nextV: usize,
): void {
  const zero = f32x4.splat(0);
  const scales = scale === 0 ? f32x4.splat(1) : v128.load32_splat(scale);
  for (let i = 0; i < size; i += 4) {
    const at = (<usize>i) << 2;
    const left = size - i;
    const slope = f32x4.mul(Lanes.load(g + at, left, zero), scales);
    const first = Lanes.multiplyAdd(
      slope,
      f32x4.splat(1 - beta1),
      f32x4.mul(Lanes.load(m + at, left, zero), f32x4.splat(beta1)),
    );
    const second = Lanes.multiplyAdd(
      f32x4.mul(slope, slope),
      f32x4.splat(1 - beta2),
      f32x4.mul(Lanes.load(v + at, left, zero), f32x4.splat(beta2)),
    );
    const deviation = f32x4.sqrt(f32x4.mul(second, f32x4.splat(unbias)));
    const direction = f32x4.div(first, f32x4.add(deviation, f32x4.splat(epsilon)));
    const kept = f32x4.mul(Lanes.load(theta + at, left, zero), f32x4.splat(keep));
    Lanes.store(nextM + at, left, first);
    Lanes.store(nextV + at, left, second);
    Lanes.store(nextTheta + at, left, f32x4.sub(kept, f32x4.mul(direction, f32x4.splat(rate))));
  }
}
