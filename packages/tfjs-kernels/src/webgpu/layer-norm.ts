import type { TensorInfo } from '@tensorflow/tfjs-core';
import { columnSum, plainSum } from './column-sum';
import { elementwise, type GpuBackend, rowwise } from './program';

type Shape = readonly [rows: number, width: number];

/** [γ·x̂ + β, statistics [rows, 2]: mean and 1/√(variance + ε)] for x [rows, width]. */
export function layerNorm(
  backend: GpuBackend,
  { x, gamma, beta }: Readonly<Record<'x' | 'gamma' | 'beta', TensorInfo>>,
  epsilon: number,
): TensorInfo[] {
  const [rows, width] = x.shape as unknown as Shape;
  const stats = rowwise(backend, {
    key: 'normStatistics',
    inputs: { x },
    uniforms: { width: ['i32', width], epsilon: ['f32', epsilon] },
    shape: [rows, 2],
    rows,
    body: `
      let start = row * uniforms.width;
      var sum = 0.0;
      for (var i = thread; i < uniforms.width; i += threads) {
        sum += x[start + i];
      }
      let mean = total(sum) / f32(uniforms.width);
      var squares = 0.0;
      for (var i = thread; i < uniforms.width; i += threads) {
        let centred = x[start + i] - mean;
        squares += centred * centred;
      }
      let variance = total(squares) / f32(uniforms.width);
      if (thread == 0 && row < rows) {
        setOutputAtIndex(2 * row, mean);
        setOutputAtIndex(2 * row + 1, inverseSqrt(variance + uniforms.epsilon));
      }`,
  });
  const value = elementwise(backend, {
    key: 'norm',
    inputs: { x, stats, gamma, beta },
    uniforms: { width: ['i32', width] },
    shape: x.shape,
    body: `
      let row = index / uniforms.width;
      let column = index % uniforms.width;
      value = (x[index] - stats[2 * row]) * stats[2 * row + 1] * gamma[column] + beta[column];`,
  });
  return [value, stats];
}

/** [∂L/∂x, ∂L/∂γ, ∂L/∂β]; ∂L/∂x = (g − mean(g) − x̂·mean(g·x̂))/√(variance + ε) with g = γ·dy. */
export function layerNormGradient(
  backend: GpuBackend,
  { x, gamma, stats, dy }: Readonly<Record<'x' | 'gamma' | 'stats' | 'dy', TensorInfo>>,
): TensorInfo[] {
  const shape = x.shape as unknown as Shape;
  const [rows, width] = shape;
  const dx = rowwise(backend, {
    key: 'normGradient',
    inputs: { x, stats, gamma, dy },
    uniforms: { width: ['i32', width] },
    shape,
    rows,
    body: `
      let start = row * uniforms.width;
      let mean = stats[2 * row];
      let inverse = stats[2 * row + 1];
      var sum = 0.0;
      var along = 0.0;
      for (var i = thread; i < uniforms.width; i += threads) {
        let g = dy[start + i] * gamma[i];
        sum += g;
        along += g * (x[start + i] - mean) * inverse;
      }
      let meanSlope = total(sum) / f32(uniforms.width);
      let meanAlong = total(along) / f32(uniforms.width);
      if (row < rows) {
        for (var i = thread; i < uniforms.width; i += threads) {
          let normed = (x[start + i] - mean) * inverse;
          setOutputAtIndex(start + i, inverse * (dy[start + i] * gamma[i] - meanSlope - normed * meanAlong));
        }
      }`,
  });
  const dGamma = columnSum(backend, { x, stats, dy }, shape, {
    key: 'normScaleGradient',
    term: 'dy[at] * (x[at] - stats[2 * row]) * stats[2 * row + 1]',
  });
  return [dx, dGamma, columnSum(backend, { x: dy }, shape, plainSum)];
}
