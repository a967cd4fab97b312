import { hasFusedKernel, numbered, runFusedKernel } from '@slipform/tfjs-kernels/registry';
import {
  _FusedMatMul,
  add,
  concat,
  engine,
  getBackend,
  matMul,
  reshape,
  slice,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  transpose,
} from '@tensorflow/tfjs-core';
import { whereValuesLie } from '../backend/backends';
import { columnSum } from './column-sum';
import { differentiable } from './differentiable';

/**
 * y = x·Wᵀ + b with x [rows, in] and W [out, in] as PyTorch keeps it; several layers that share their input
 * (keys and values) are one product, their outputs side by side: [rows, Σ out].
 *
 *     ∂L/∂x = dy·W      ∂L/∂W = dyᵀ·x      ∂L/∂b = Σ_rows dy
 *
 * With `base` [rows, Σ out] it is base + x·Wᵀ + b, as at the end of a transformer's branch; ∂L/∂base = dy.
 *
 * Transposes are explicit copies: XNNPACK multiplies only untransposed matrices, the flags of matMul lead to
 * a scalar loop that is ten times slower than the copy and the product together.
 */
export function linear(
  x: Tensor2D,
  weights: readonly Tensor2D[],
  biases: readonly Tensor1D[] = [],
  base?: Tensor2D,
): Tensor2D {
  if (hasFusedKernel('linear')) return fusedLinear(x, weights, biases, base);
  if (base !== undefined) return residual(base, linear(x, weights, biases));
  const outs = weights.map((weight) => weight.shape[0]);
  return differentiable<Tensor2D>([x, ...weights, ...biases], (save) => {
    const weight = stack(weights);
    save(x, weight);
    return {
      value: product(x, weight, biases),
      gradient: (dy, [input, matrix]) => [
        matMul(dy, matrix as Tensor2D),
        ...unstack(outerProduct(dy, input as Tensor2D), outs),
        ...(biases.length === 0 ? [] : unstack(columnSum(dy), outs)),
      ],
    };
  });
}

/**
 * base + x·Wᵀ + b as {@link linear} has it, with W and b fixed: ∂L/∂x = dy·W, and the product dyᵀ·x, a third of a layer's
 * training, is not made.
 */
export function frozenLinear(x: Tensor2D, weight: Tensor2D, bias: Tensor1D, base?: Tensor2D): Tensor2D {
  const bases = base === undefined ? [] : [base];
  return differentiable<Tensor2D>([x, ...bases], (save) => {
    save(weight);
    return {
      value: linear(x, [weight], [bias], base),
      gradient: (dy, [matrix]) => [matMul(dy, matrix as Tensor2D), ...bases.map(() => reshape(dy, dy.shape))],
    };
  });
}

/** x and y next to one another: [rows, a] and [rows, b] → [rows, a + b]. The gradient is cut in two. */
export function sideBySide(x: Tensor2D, y: Tensor2D): Tensor2D {
  const [rows, left] = x.shape;
  const right = y.shape[1];
  return differentiable<Tensor2D>([x, y], () => ({
    value: concat([x, y], 1),
    gradient: (dy) => [slice(dy, [0, 0], [rows, left]), slice(dy, [0, left], [rows, right])],
  }));
}

function fusedLinear(
  x: Tensor2D,
  weights: readonly Tensor2D[],
  biases: readonly Tensor1D[],
  base: Tensor2D | undefined,
): Tensor2D {
  const bases = base === undefined ? [] : [base];
  return differentiable<Tensor2D>([x, ...weights, ...biases, ...bases], (save) => {
    save(x, ...weights);
    return {
      value: runFusedKernel('linear', {
        ...{ x, ...numbered('w', weights), ...numbered('b', biases) },
        ...(base === undefined ? {} : { base }),
      }),
      gradient: (dy, [input, ...matrices]) => [
        ...runFusedKernel<Tensor[]>(
          'linearGradient',
          { x: input!, dy, ...numbered('w', matrices) },
          { biases: biases.length > 0 },
        ),
        // A view, since the tape disposes of gradients as it adds them up.
        ...bases.map(() => reshape(dy, dy.shape)),
      ],
    };
  });
}

/** x·Wᵀ + b. A GPU and TensorFlow read a transposed matrix as fast, and a GPU adds the bias in the same kernel. */
function product(x: Tensor2D, weight: Tensor2D, biases: readonly Tensor1D[]): Tensor2D {
  if (whereValuesLie(getBackend()) === 'process') {
    const value: Tensor2D = matMul(x, transpose(weight));
    return biases.length === 0 ? value : add(value, stack(biases));
  }
  if (biases.length === 0) return matMul(x, weight, false, true);
  const inputs = { a: x, b: weight, bias: stack(biases) };
  return engine().runKernel(_FusedMatMul, inputs, {
    transposeA: false,
    transposeB: true,
    activation: 'linear',
  });
}

/** aᵀ·b for tall matrices. The wider one goes left: a transpose costs half of what packing the right side does. */
export function outerProduct(a: Tensor2D, b: Tensor2D): Tensor2D {
  if (hasFusedKernel('linear') || whereValuesLie(getBackend()) !== 'process')
    return matMul(a, b, true, false);
  if (a.shape[1] >= b.shape[1]) return matMul(transpose(a), b);
  const swapped: Tensor2D = matMul(transpose(b), a);
  return transpose(swapped);
}

function stack<T extends Tensor>(parts: readonly T[]): T {
  return parts.length === 1 ? parts[0]! : concat([...parts], 0);
}

function unstack(x: Tensor, sizes: readonly number[]): Tensor[] {
  if (sizes.length === 1) return [x];
  let start = 0;
  return sizes.map((size) => {
    const part = slice(x, start, size);
    start += size;
    return part;
  });
}

/** x + y for two tensors of one shape; both gradients are dy, as two views (a clone would be a copy on wasm). */
export function residual(x: Tensor2D, y: Tensor2D): Tensor2D {
  return differentiable<Tensor2D>([x, y], () => ({
    value: add(x, y),
    gradient: (dy) => [reshape(dy, dy.shape), reshape(dy, dy.shape)],
  }));
}
