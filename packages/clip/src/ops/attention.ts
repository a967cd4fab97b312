import { hasFusedKernel, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  add,
  concat,
  gatherND,
  matMul,
  mul,
  type Rank,
  reshape,
  softmax,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
  type Tensor3D,
  tensor2d,
  transpose,
} from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';

export interface AttentionShape {
  readonly batch: number;
  readonly heads: number;
  /** Added to the logits: 0 where a query may look, a large negative number where it may not. No gradient. */
  readonly mask?: Tensor3D | undefined;
}

/**
 * Multi-head scaled dot-product attention, softmax(q·kᵀ/√d + mask)·v for each head (Vaswani et al. 2017, 3.2).
 *
 * `queries` [batch·m, width], `keysValues` [batch·n, 2·width] with keys left and values right, `mask`
 * [batch or 1, m, n] → [batch·m, width]. m is n in an ordinary layer and 1 where only one token is read.
 *
 *     dV = Pᵀ·dO      dS = P∘(dP − Σ P∘dP) with dP = dO·Vᵀ      dQ = dS·K/√d      dK = dSᵀ·Q/√d
 *
 * Heads are moved to the front, [heads, batch, tokens, d], by one 4-D transpose: keys and values are then
 * contiguous blocks, and no column has to be cut out of a row.
 */
export function attention(queries: Tensor2D, keysValues: Tensor2D, shape: AttentionShape): Tensor2D {
  const { batch, heads, mask } = shape;
  const scale = 1 / Math.sqrt(queries.shape[1] / heads);
  return differentiable<Tensor2D>([queries, keysValues], (save) => {
    if (hasFusedKernel('attention')) {
      const inputs = { queries, keysValues, ...(mask === undefined ? {} : { mask }) };
      const attributes = { batch, heads };
      const [value, weights] = runFusedKernel<[Tensor2D, Tensor]>('attention', inputs, attributes);
      save(queries, keysValues, weights);
      return {
        value,
        gradient: (dy, [q, kv, p]) =>
          runFusedKernel<Tensor[]>(
            'attentionGradient',
            { queries: q!, keysValues: kv!, weights: p!, dy },
            attributes,
          ),
      };
    }
    const q = splitHeads(queries, batch, heads);
    const kv = splitHeads(keysValues, batch, 2 * heads);
    const k = rowBlock(kv, 0, 2);
    const v = rowBlock(kv, 1, 2);
    const logits: Tensor3D = mul(matMul(q, k, false, true), scale);
    const p: Tensor3D = softmax(mask === undefined ? logits : masked(logits, mask, heads));
    save(q, k, v, p);
    return {
      value: mergeHeads(matMul(p, v), batch, heads),
      gradient: (dy, saved) => {
        const [asked, keys, values, weights] = saved as [Tensor3D, Tensor3D, Tensor3D, Tensor3D];
        const out = splitHeads(dy, batch, heads);
        const dP = matMul(out, values, false, true);
        const dS = mul(mul(weights, sub(dP, sum(mul(weights, dP), 2, true))), scale);
        const dKV = concat([matMul(dS, asked, true, false), matMul(weights, out, true, false)], 0);
        return [mergeHeads(matMul(dS, keys), batch, heads), mergeHeads(dKV, batch, 2 * heads)];
      },
    };
  });
}

/** [batch·tokens, heads·d] → [heads·batch, tokens, d] */
function splitHeads(x: Tensor2D, batch: number, heads: number): Tensor3D {
  const tokens = x.shape[0] / batch;
  const d = x.shape[1] / heads;
  const moved = transpose(reshape<Rank.R4>(x, [batch, tokens, heads, d]), [2, 0, 1, 3]);
  return reshape(moved, [heads * batch, tokens, d]);
}

/** [heads·batch, tokens, d] → [batch·tokens, heads·d] */
function mergeHeads(x: Tensor, batch: number, heads: number): Tensor2D {
  const [, tokens, d] = x.shape as [number, number, number];
  const moved = transpose(reshape(x, [heads, batch, tokens, d]), [1, 2, 0, 3]);
  return reshape(moved, [batch * tokens, heads * d]);
}

function masked(logits: Tensor3D, mask: Tensor3D, heads: number): Tensor3D {
  const [rows, m, n] = logits.shape;
  return reshape(add(reshape(logits, [heads, rows / heads, m, n]), mask), [rows, m, n]);
}

/**
 * Block `index` of `count` equal ones along the first axis. No gradient of its own. It is a gather, not a
 * slice, because slice on wasm copies the whole tensor out of the heap before it copies the part back in.
 */
export function rowBlock<T extends Tensor>(x: T, index: number, count: number): T {
  const [rows, ...rest] = x.shape as [number, ...number[]];
  const blocks = reshape<Rank.R2>(x, [count, x.size / count]);
  return reshape(gatherND(blocks, tensor2d([index], [1, 1], 'int32')), [
    rows / count,
    ...rest,
  ]) as Tensor as T;
}
