import { add, div, mul, sqrt, square, sub, type Tensor1D } from '@tensorflow/tfjs-core';
import { hasFusedKernel, runFusedKernel } from '../ops/fused-kernels';

/** Vectors of one size: parameters, their gradient, and its two moments. */
type AdamWState = Readonly<Record<'theta' | 'g' | 'm' | 'v', Tensor1D>>;

/** `biasCorrection2` is 1/(1 − β₂ᵗ), `decayFactor` what decay leaves of a parameter, `stepSize` the rate over 1 − β₁ᵗ. */
type AdamWNumbers = Readonly<
  Record<'beta1' | 'beta2' | 'biasCorrection2' | 'epsilon' | 'decayFactor' | 'stepSize', number>
>;

/** m′ = β₁m + (1 − β₁)g, v′ = β₂v + (1 − β₂)g², θ′ = decayFactor·θ − stepSize·m′/(√(biasCorrection2·v′) + ε): [θ′, m′, v′]. */
export function adamWStep(state: AdamWState, numbers: AdamWNumbers): [Tensor1D, Tensor1D, Tensor1D] {
  if (hasFusedKernel('adamW')) return runFusedKernel('adamW', state, numbers);
  const { theta, g, m, v } = state;
  const { beta1, beta2, biasCorrection2, epsilon, decayFactor, stepSize } = numbers;
  const nextM = add<Tensor1D>(mul(m, beta1), mul(g, 1 - beta1));
  const nextV = add<Tensor1D>(mul(v, beta2), mul(square(g), 1 - beta2));
  const direction = div(nextM, add(sqrt(mul(nextV, biasCorrection2)), epsilon));
  const kept = decayFactor === 1 ? theta : mul(theta, decayFactor);
  return [sub(kept, mul(direction, stepSize)), nextM, nextV];
}
