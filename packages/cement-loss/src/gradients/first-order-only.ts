import { clone, customGrad, dispose, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Passes a gradient on, and refuses to be differentiated again. Without this a second derivative would come out
 * wrong in silence: the closed form treats the probabilities of the forward pass as constants.
 *
 * @param dependsOn What the gradient is a function of.
 * @param saved What the engine keeps for the way back. It forgets to free it when a gradient throws.
 */
export function firstOrderOnly<T extends Tensor>(
  op: string,
  gradient: T,
  dependsOn: readonly Tensor[],
  saved: Tensor[],
): T {
  const refuse = customGrad(() => ({
    value: clone(gradient),
    gradFunc: () => {
      dispose(saved);
      throw new Error(`${op}: second-order gradients are not supported; take the gradient once.`);
    },
  }));
  return refuse(...dependsOn) as T;
}
