import { hasFusedKernel, numbered, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  add,
  div,
  mul,
  type Scalar,
  sqrt,
  square,
  sub,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import type { Parameters } from '../model/parameters';
import type { FlatGroup } from './flat-group';

/** What a step starts from; `m` and `v` are the moments of the group's parameters, one after another. */
export interface AdamWState {
  readonly parameters: Parameters;
  readonly gradients: ReadonlyMap<string, Tensor>;
  /** Gradients are multiplied with it. */
  readonly scale: Scalar | undefined;
  readonly m: Tensor1D;
  readonly v: Tensor1D;
}

/** `biasCorrection2` is 1/(1 − β₂ᵗ), `decayFactor` what decay leaves of a parameter, `stepSize` the rate over 1 − β₁ᵗ. */
type AdamWNumbers = Readonly<
  Record<'beta1' | 'beta2' | 'biasCorrection2' | 'epsilon' | 'decayFactor' | 'stepSize', number>
>;

/**
 * m′ = β₁m + (1 − β₁)g, v′ = β₂v + (1 − β₂)g², θ′ = decayFactor·θ − stepSize·m′/(√(biasCorrection2·v′) + ε) for a group
 * of parameters: assigns θ′ and returns m′ and v′.
 */
export function adamWStep(group: FlatGroup, state: AdamWState, numbers: AdamWNumbers): [Tensor1D, Tensor1D] {
  const { parameters, gradients, scale, m, v } = state;
  if (hasFusedKernel('adamW')) {
    const inputs = {
      ...numbered('theta', group.tensorsOf(parameters)),
      ...numbered('g', group.tensorsOf(gradients)),
      ...{ m, v, ...(scale === undefined ? {} : { scale }) },
    };
    const next = runFusedKernel<Tensor[]>('adamW', inputs, numbers);
    const moments = next.splice(-2);
    group.assignEach(next, parameters);
    return moments as [Tensor1D, Tensor1D];
  }
  const { beta1, beta2, biasCorrection2, epsilon, decayFactor, stepSize } = numbers;
  const theta = group.flatten(parameters);
  const flat = group.flatten(gradients);
  const g = scale === undefined ? flat : mul<Tensor1D>(flat, scale);
  const nextM = add<Tensor1D>(mul(m, beta1), mul(g, 1 - beta1));
  const nextV = add<Tensor1D>(mul(v, beta2), mul(square(g), 1 - beta2));
  const direction = div(nextM, add(sqrt(mul(nextV, biasCorrection2)), epsilon));
  const kept = decayFactor === 1 ? theta : mul(theta, decayFactor);
  group.assign(sub(kept, mul(direction, stepSize)), parameters);
  return [nextM, nextV];
}
