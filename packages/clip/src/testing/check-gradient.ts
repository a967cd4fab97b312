import { grads, memory, mul, type Scalar, sum, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { relativeError } from './relative-error';

/** Numbers in [−1, 1] that a seed fixes, without a pattern that an op could hide behind. */
export function noise(shape: readonly number[], seed: number): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  const values = Float32Array.from(
    { length: size },
    (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed) * 0.9,
  );
  return tensor(values, [...shape]);
}

/**
 * Compares an op's gradients with central differences of Σ op(inputs)∘w, w fixed: the largest relative error
 * over all inputs. Also tells how many tensors the gradient left behind.
 */
export function gradientError(
  op: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  step = 1e-2,
): { readonly error: number; readonly leaked: number } {
  const weights = tidy(() => noise(op(...inputs).shape, 99));
  // The weighted sum has to be differentiable as well, without a registered gradient: as a seed for the tape.
  const exact = grads((...xs) => op(...xs));
  const before = memory().numTensors;
  const found = exact([...inputs], weights);
  const leaked = memory().numTensors - before - found.length;
  const value = (xs: Tensor[]): number => tidy(() => (sum(mul(op(...xs), weights)) as Scalar).dataSync()[0]!);
  let error = 0;
  inputs.forEach((input, at) => {
    const values = input.dataSync();
    const numeric = Array.from(values, (_, i) => {
      const moved = (by: number): number => {
        const copy = Float32Array.from(values);
        copy[i] = copy[i]! + by;
        const x = tensor(copy, input.shape);
        const result = value(inputs.map((other, j) => (j === at ? x : other)));
        x.dispose();
        return result;
      };
      return (moved(step) - moved(-step)) / (2 * step);
    });
    error = Math.max(error, relativeError(found[at]!.dataSync(), numeric));
  });
  for (const x of [...found, weights]) x.dispose();
  return { error, leaked };
}
