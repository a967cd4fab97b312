import { customGrad, type Tensor } from '@tensorflow/tfjs-core';

/** What an op hands back: its value, and how a gradient of the value becomes one gradient for each input. */
export interface Differentiable<T extends Tensor> {
  readonly value: T;
  readonly gradient: (dy: T, saved: Tensor[]) => Tensor[];
}

/**
 * `tf.customGrad` with types that fit. Every op of this package is made with it, for two reasons: tfjs-core
 * registers no gradients by itself, and those that it could register ask wasm for transposed products, which
 * are ten times slower there.
 *
 * Tensors that `gradient` needs go through `save`, since everything else of the forward pass is tidied away;
 * without a tape `save` does nothing. `gradient` returns one tensor for each of `inputs`, never the same
 * object twice: the tape disposes of gradients as it adds them up.
 */
export function differentiable<T extends Tensor>(
  inputs: readonly Tensor[],
  forward: (save: (...tensors: Tensor[]) => void) => Differentiable<T>,
): T {
  const op = customGrad<T>((...args) => {
    const keepForGradient = args[args.length - 1];
    const { value, gradient } = forward((...tensors) => {
      if (typeof keepForGradient === 'function') keepForGradient(tensors);
    });
    return { value, gradFunc: (dy, saved) => gradient(dy, saved) };
  });
  return op(...inputs);
}
