import { grads, memory, mul, sum, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { valuesOf } from './read';
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
 * over all inputs. Also counts how many tensors the gradient left behind.
 */
export async function gradientError(
  op: (...inputs: Tensor[]) => Tensor,
  inputs: readonly Tensor[],
  step = 1e-2,
): Promise<{ readonly error: number; readonly leaked: number }> {
  const weights = tidy(() => noise(op(...inputs).shape, 99));
  // The weighted sum has to be differentiable as well, without a registered gradient: as a seed for the tape.
  const exact = grads((...xs) => op(...xs));
  const before = memory().numTensors;
  const found = exact([...inputs], weights);
  const leaked = memory().numTensors - before - found.length;
  const value = async (xs: Tensor[]) => (await valuesOf(() => sum(mul(op(...xs), weights))))[0]!;
  let error = 0;
  for (const [at, input] of inputs.entries()) {
    const values = Float32Array.from(await input.data());
    const moved = async (i: number, by: number) => {
      const copy = Float32Array.from(values);
      copy[i] = copy[i]! + by;
      const x = tensor(copy, input.shape);
      const result = await value(inputs.map((other, j) => (j === at ? x : other)));
      x.dispose();
      return result;
    };
    const numeric = [];
    for (let i = 0; i < values.length; i++) {
      numeric.push(((await moved(i, step)) - (await moved(i, -step))) / (2 * step));
    }
    error = Math.max(error, relativeError(await found[at]!.data(), numeric));
  }
  for (const x of [...found, weights]) x.dispose();
  return { error, leaked };
}
