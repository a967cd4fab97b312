import { add, type Scalar, square, sum, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { FlatGroup } from './flat-group';

/**
 * Square of the global norm of a step's gradients, Σ‖g‖², as a scalar on the device. One number that is not
 * finite anywhere makes it so, which is how a broken step is seen before it reaches the weights.
 */
export class GradientNorm {
  private names = '';
  private groups: readonly FlatGroup[] = [];

  squared(gradients: ReadonlyMap<string, Tensor>): Scalar {
    const names = [...gradients.keys()].join();
    if (names !== this.names) {
      this.names = names;
      this.groups = FlatGroup.of(gradients, () => false);
    }
    return tidy(() => {
      let total: Scalar | undefined;
      for (const group of this.groups) {
        // In a tidy of its own, since the square of a large matrix is as large again.
        const part = tidy(() => sum<Scalar>(square(group.flatten(gradients))));
        total = total === undefined ? part : add<Scalar>(total, part);
      }
      return total!;
    });
  }
}
