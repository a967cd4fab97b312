import { add, getBackend, type Scalar, square, sum, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { whereValuesLie } from '../backend/backends';
import { FlatGroup } from './flat-group';

/**
 * The global norm of a step's gradients, √Σ‖g‖². One number that is not finite anywhere makes it so, which is
 * how a broken step is seen before it reaches the weights.
 */
export async function gradientNorm(gradients: ReadonlyMap<string, Tensor>): Promise<number> {
  if (whereValuesLie(getBackend()) !== 'process') return normOnDevice(gradients);
  let total = 0;
  for (const gradient of gradients.values()) {
    for (const x of gradient.dataSync()) total += x * x;
  }
  return Math.sqrt(total);
}

async function normOnDevice(gradients: ReadonlyMap<string, Tensor>): Promise<number> {
  const squared = tidy(() => {
    const parts = FlatGroup.of(gradients, () => false).map((group) =>
      // In a tidy of its own, since the square of a large matrix is as large again.
      tidy(() => sum<Scalar>(square(group.flatten(gradients)))),
    );
    return parts.reduce((a, b) => add<Scalar>(a, b));
  });
  const [value] = await squared.data();
  squared.dispose();
  return Math.sqrt(value!);
}
