import {
  add,
  cast,
  concat,
  div,
  exp,
  greater,
  maximum,
  mul,
  neg,
  pow,
  slice,
  sub,
  sum,
  type Tensor2D,
  where,
  zerosLike,
} from '@tensorflow/tfjs-core';
import { MASKED } from '../blocks/mask';
import { rowLogSumExp } from './log-sum-exp';
import type { Logits, Objective } from './objective';

/**
 * The focal, smoothed cross entropy of each image's true caption among its own hard captions; no other pair takes part.
 * With p the softmax over the row, q = 1 − p, y the smoothed labels and h = y·p·f′(p), f(p) = −q^γ·ln p,
 *
 *     L = Σ_c y_c f(p_c)        ∂L/∂z_c = h_c q_c − p_c Σ_{a≠c} h_a
 *
 * so that a true caption far ahead loses no digits: q of an entry above ½ is the sum of the others.
 */
export function ownObjective(
  weight: number,
  focus: number,
  smoothing: number,
  raise: (gaps: Tensor2D, logits: Logits) => Tensor2D,
): Objective {
  return (logits) => {
    const { positives } = logits;
    const gaps = raise(sub<Tensor2D>(logits.own as Tensor2D, positives), logits);
    const [rows, hardPerRow] = gaps.shape;
    const there = cast(greater(gaps, MASKED / 2), 'float32') as Tensor2D;
    const count = sum<Tensor2D>(there, 1, true);
    const asked = cast(greater(count, 0), 'float32') as Tensor2D;
    const each = mul<Tensor2D>(asked, div(weight, maximum(sum(asked), 1)));
    const share = div<Tensor2D>(smoothing, add(count, 1));
    const labels = concat([add(sub(1, smoothing), share) as Tensor2D, mul<Tensor2D>(there, share)], 1);

    const z = concat([zerosLike(positives), gaps], 1);
    const logs = sub<Tensor2D>(z, rowLogSumExp(z));
    const p = exp(logs);
    const isLarge = greater(p, 0.5);
    const small = where(isLarge, zerosLike(p), p) as Tensor2D;
    const q = where(isLarge, mul(sum(small, 1, true), cast(isLarge, 'float32')), sub(1, p)) as Tensor2D;
    // 0⁰ is 1 here; without a focus no power is taken at all.
    const focal = focus > 0 ? (pow(q, focus) as Tensor2D) : undefined;
    const size = focal ? mul<Tensor2D>(focal, logs) : logs;
    const losses = neg(sum<Tensor2D>(mul(labels, size), 1, true));
    // p·f′(p) = γ·p·q^γ·ln p / q − q^γ; ln p / q → −1 where q → 0.
    const slope = focal && sub<Tensor2D>(mul(mul(p, focus), mul(focal, div(logs, maximum(q, 1e-30)))), focal);
    const h = slope ? mul<Tensor2D>(labels, slope) : neg(labels);
    const othersOf = sub<Tensor2D>(sum(h, 1, true), h);
    const gradient = mul<Tensor2D>(sub(mul(h, q), mul(p, othersOf)), each);
    const parts = {
      pull: neg(slice(gradient, [0, 0], [rows, 1])) as Tensor2D,
      hard: slice(gradient, [0, 1], [rows, hardPerRow]) as Tensor2D,
    };
    const none = zerosLike(parts.pull);
    return {
      loss: sum(mul(losses, each)),
      ...parts,
      grid: (easy) => zerosLike(easy),
      // The whole loss has each image row's by half of 1 / R.
      shares: (side) =>
        side === 'image'
          ? {
              pull: mul<Tensor2D>(parts.pull, 2 * rows),
              hard: mul<Tensor2D>(parts.hard, 2 * rows),
              easy: () => none,
            }
          : { pull: none, easy: () => none },
    };
  };
}
