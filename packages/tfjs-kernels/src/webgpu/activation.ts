import type { TensorInfo } from '@tensorflow/tfjs-core';
import { elementwise, type GpuBackend } from './program';

/** x·σ(x·(a + b·x²)), which is both approximations of GELU. */
export function gated(backend: GpuBackend, x: TensorInfo, a: number, b: number): TensorInfo {
  return elementwise(backend, {
    key: 'gated',
    inputs: { x },
    uniforms: { a: ['f32', a], b: ['f32', b] },
    shape: x.shape,
    body: `
      let z = x[index];
      value = z / (1.0 + exp(-z * (uniforms.a + uniforms.b * z * z)));`,
  });
}

/** dy·(σ + x·σ·(1 − σ)·(a + 3b·x²)). */
export function gatedGradient(
  backend: GpuBackend,
  x: TensorInfo,
  dy: TensorInfo,
  a: number,
  b: number,
): TensorInfo {
  return elementwise(backend, {
    key: 'gatedGradient',
    inputs: { x, dy },
    uniforms: { a: ['f32', a], b: ['f32', b] },
    shape: x.shape,
    body: `
      let z = x[index];
      let s = 1.0 / (1.0 + exp(-z * (uniforms.a + uniforms.b * z * z)));
      value = dy[index] * (s + z * s * (1.0 - s) * (uniforms.a + 3.0 * uniforms.b * z * z));`,
  });
}

/** Φ(x) by Abramowitz and Stegun 7.1.26, whose error is at most 1.5e-7. */
const normalDistribution = `
  fn phi(z : f32) -> f32 {
    let u = abs(z) * ${Math.SQRT1_2};
    let t = 1.0 / (1.0 + 0.3275911 * u);
    let polynomial = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
    let tail = 0.5 * polynomial * exp(-u * u);
    return select(tail, 1.0 - tail, z >= 0.0);
  }`;

/** x·Φ(x). */
export function gelu(backend: GpuBackend, x: TensorInfo): TensorInfo {
  return elementwise(backend, {
    key: 'gelu',
    inputs: { x },
    shape: x.shape,
    functions: normalDistribution,
    body: 'value = x[index] * phi(x[index]);',
  });
}

/** dy·(Φ(x) + x·φ(x)). */
export function geluGradient(backend: GpuBackend, x: TensorInfo, dy: TensorInfo): TensorInfo {
  return elementwise(backend, {
    key: 'geluGradient',
    inputs: { x, dy },
    shape: x.shape,
    functions: normalDistribution,
    body: `
      let z = x[index];
      value = dy[index] * (phi(z) + z * exp(-0.5 * z * z) * ${1 / Math.sqrt(2 * Math.PI)});`,
  });
}
