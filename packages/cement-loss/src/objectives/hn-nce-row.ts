import { add, cast, greater, less, mul, sub, type Tensor2D } from '@tensorflow/tfjs-core';
import { MASKED } from '../blocks/mask';
import { softplus } from './log-sum-exp';
import type { RowLoss } from './softmax-row';

/**
 * L = ln(α + W) with W = Σ_j w_j e^{g_j} over a row's negatives by their gaps g = z_negative − z_positive, and
 * weights of mean 1, w_j = n e^{βg_j} / Σ_k e^{βg_k}, that let the harder of the n negatives count more. So
 *
 *     ln W = ln n + LSE((1 + β)g) − LSE(βg)
 *     ∂L/∂z_j = W/(α + W) · [ (1 + β)·softmax((1 + β)g)_j − β·softmax(βg)_j ]
 *
 * A row without any negative has no loss.
 */
export function hnNceRow(alpha: number, beta: number): RowLoss {
  const times =
    (by: number) =>
    (z: Tensor2D): Tensor2D =>
      mul(z, by);
  // Its log-sum-exp is ln n.
  const count = (z: Tensor2D): Tensor2D => mul(cast(less(z, MASKED / 2), 'float32'), MASKED);
  return {
    exponents: beta > 0 ? [times(1 + beta), times(beta), count] : [(z) => z],
    of: ([harder, lighter, counted]) => {
      let logW = harder as Tensor2D;
      if (lighter && counted) logW = add(sub(logW, lighter), counted);
      const losses =
        alpha > 0
          ? add<Tensor2D>(softplus(sub(logW, Math.log(alpha))), Math.log(alpha))
          : mul<Tensor2D>(logW, cast(greater(logW, MASKED / 2), 'float32'));
      const logPull = sub<Tensor2D>(logW, losses);
      const shift = (mass: Tensor2D | undefined): Tensor2D[] => (mass ? [sub(logPull, mass)] : []);
      return { losses, shifts: [...shift(harder), ...shift(lighter)] };
    },
    combine: ([size, lighter]) =>
      lighter ? sub(mul(size as Tensor2D, 1 + beta), mul(lighter, beta)) : (size as Tensor2D),
  };
}
