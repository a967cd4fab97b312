import { Lanes } from './lanes';

/** y = γ·(x − mean)/√(variance + ε) + β for each row; `stats` gets [rows, 2], each row's mean and 1/√(variance + ε). */
export function layerNorm(
  rows: i32,
  width: i32,
  x: usize,
  gamma: usize,
  beta: usize,
  epsilon: f32,
  y: usize,
  stats: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  for (let row = 0; row < rows; row++, x += rowBytes, y += rowBytes, stats += 8) {
    let sums = f32x4.splat(0);
    for (let i = 0; i < width; i += 4) {
      sums = f32x4.add(sums, Lanes.load(x + ((<usize>i) << 2), width - i, f32x4.splat(0)));
    }
    const mean = Lanes.sum(sums) / <f32>width;
    const means = f32x4.splat(mean);
    sums = f32x4.splat(0);
    for (let i = 0; i < width; i += 4) {
      const d = f32x4.sub(Lanes.load(x + ((<usize>i) << 2), width - i, means), means);
      sums = Lanes.multiplyAdd(d, d, sums);
    }
    const inverse = <f32>1 / sqrt<f32>(Lanes.sum(sums) / <f32>width + epsilon);
    store<f32>(stats, mean);
    store<f32>(stats, inverse, 4);
    const inverses = f32x4.splat(inverse);
    for (let i = 0; i < width; i += 4) {
      const at = (<usize>i) << 2;
      const left = width - i;
      const normed = f32x4.mul(f32x4.sub(Lanes.load(x + at, left, means), means), inverses);
      const scale = Lanes.load(gamma + at, left, means);
      const shift = Lanes.load(beta + at, left, means);
      Lanes.store(y + at, left, Lanes.multiplyAdd(normed, scale, shift));
    }
  }
}

/**
 * dx = base + (g − mean(g) − x̂·mean(g·x̂))/√(variance + ε) with g = γ·dy, dγ = Σ dy·x̂ and dβ = Σ dy over rows. `base`
 * [rows, width] is 0 for none.
 */
export function layerNormGradient(
  rows: i32,
  width: i32,
  x: usize,
  gamma: usize,
  stats: usize,
  dy: usize,
  dx: usize,
  dGamma: usize,
  dBeta: usize,
  base: usize,
): void {
  const rowBytes = (<usize>width) << 2;
  const zero = f32x4.splat(0);
  memory.fill(dGamma, 0, rowBytes);
  memory.fill(dBeta, 0, rowBytes);
  for (let row = 0; row < rows; row++, x += rowBytes, dy += rowBytes, dx += rowBytes, stats += 8) {
    const mean = v128.load32_splat(stats);
    const inverse = v128.load32_splat(stats, 4);
    let sumG = zero;
    let sumAlong = zero;
    for (let i = 0; i < width; i += 4) {
      const at = (<usize>i) << 2;
      const left = width - i;
      const slope = Lanes.load(dy + at, left, zero);
      const normed = f32x4.mul(f32x4.sub(Lanes.load(x + at, left, mean), mean), inverse);
      const g = f32x4.mul(slope, Lanes.load(gamma + at, left, zero));
      sumG = f32x4.add(sumG, g);
      sumAlong = Lanes.multiplyAdd(g, normed, sumAlong);
      const gammaSum = Lanes.load(dGamma + at, left, zero);
      Lanes.store(dGamma + at, left, Lanes.multiplyAdd(slope, normed, gammaSum));
      Lanes.store(dBeta + at, left, f32x4.add(Lanes.load(dBeta + at, left, zero), slope));
    }
    const meanG = f32x4.splat(Lanes.sum(sumG) / <f32>width);
    const along = f32x4.splat(Lanes.sum(sumAlong) / <f32>width);
    for (let i = 0; i < width; i += 4) {
      const at = (<usize>i) << 2;
      const left = width - i;
      const normed = f32x4.mul(f32x4.sub(Lanes.load(x + at, left, mean), mean), inverse);
      const g = f32x4.mul(Lanes.load(dy + at, left, zero), Lanes.load(gamma + at, left, zero));
      const rest = f32x4.sub(f32x4.sub(g, meanG), f32x4.mul(normed, along));
      const start = base === 0 ? zero : Lanes.load(base + at, left, zero);
      Lanes.store(dx + at, left, Lanes.multiplyAdd(rest, inverse, start));
    }
    if (base !== 0) base += rowBytes;
  }
}
