import { add, cast, exp, greater, mul, sub, type Tensor2D } from '@tensorflow/tfjs-core';
import { softplus } from './log-sum-exp';
import { MASKED } from './mask';
import { type RowLoss, raise } from './softmax-objective';
import { logNegatives } from './softmax-row';

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
  // The log-sum-exp of power 0 is ln n.
  const powers = beta > 0 ? [1 + beta, beta, 0] : [1];
  const factors = beta > 0 ? [1 + beta, -beta] : [1];
  return {
    powers,
    of: ({ easy, hard }) => {
      const masses = powers.map((power, index) =>
        logNegatives(easy[index] as Tensor2D, hard && raise(hard, power)),
      );
      const [harder, lighter, count] = masses as [Tensor2D, Tensor2D?, Tensor2D?];
      const logW = lighter && count ? add<Tensor2D>(sub(harder, lighter), count) : harder;
      const losses =
        alpha > 0
          ? add<Tensor2D>(softplus(sub(logW, Math.log(alpha))), Math.log(alpha))
          : mul<Tensor2D>(logW, cast(greater(logW, MASKED / 2), 'float32'));
      const logPull = sub<Tensor2D>(logW, losses);
      const terms = factors.map((factor, index) => ({
        factor,
        shift: sub<Tensor2D>(logPull, masses[index] as Tensor2D),
      }));
      const ofHard = (gaps: Tensor2D): Tensor2D =>
        terms
          .map(({ factor, shift }, index) =>
            mul<Tensor2D>(exp(add<Tensor2D>(raise(gaps, powers[index] ?? 1), shift)), factor),
          )
          .reduce((a, b) => add(a, b));
      return { losses, pull: exp(logPull), hard: hard && ofHard(hard), terms };
    },
  };
}
