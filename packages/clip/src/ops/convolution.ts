import {
  add,
  backend_util,
  Conv2DBackpropFilter,
  conv2d,
  conv2dTranspose,
  engine,
  getBackend,
  getKernel,
  pad,
  type Rank,
  reshape,
  stack,
  stridedSlice,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  transpose,
} from '@tensorflow/tfjs-core';
import { columnSum } from './column-sum';
import { differentiable } from './differentiable';
import { outerProduct } from './linear';

export interface ConvolutionOptions {
  /** Pixels from one window to the next, down and across. Default 1. */
  readonly stride?: number;
  /** As in tfjs: with `same` the result has ⌈height / stride⌉ rows. Default `same`. */
  readonly padding?: 'same' | 'valid';
  /** Whether `x` is data, whose gradient nobody needs, as the pixels of a picture are. Default false. */
  readonly isData?: boolean;
}

/**
 * y = x ∗ W + b with x [batch, height, width, in], W [out, in, k, k] as PyTorch keeps it and b [out], or none
 * → [batch, height′, width′, out]. Gradients for x (unless it is data), W and b.
 *
 *     ∂L/∂x = dy ∗ᵀ W      ∂L/∂W = patchesᵀ·dy      ∂L/∂b = Σ_positions dy
 *
 * With our kernels on wasm, all three are products at the rate of matMul. tfjs's wasm has no kernel for ∂L/∂W, and
 * that of cpu takes a second for the first layer of a small network: there it is one product for each of the k² places
 * in the window.
 */
export function convolution(
  x: Tensor4D,
  weight: Tensor4D,
  bias?: Tensor1D,
  { stride = 1, padding = 'same', isData = false }: ConvolutionOptions = {},
): Tensor4D {
  const biases = bias === undefined ? [] : [bias];
  return differentiable<Tensor4D>([...(isData ? [] : [x]), weight, ...biases], (save) => {
    const filter: Tensor4D = transpose(weight, [2, 3, 1, 0]);
    save(x, filter);
    const product = conv2d(x, filter, stride, padding);
    return {
      value: bias === undefined ? product : add(product, bias),
      gradient: (dy, saved) => {
        const [input, kernel] = saved as [Tensor4D, Tensor4D];
        const shape = kernel.shape;
        return [
          ...(isData ? [] : [conv2dTranspose(dy, kernel, input.shape, stride, padding)]),
          transpose(filterGradient(input, dy, shape, stride, padding), [3, 2, 0, 1]),
          ...(bias === undefined ? [] : [columnSum(reshape<Rank.R2>(dy, [-1, shape[3]]))]),
        ];
      },
    };
  });
}

type Shape4D = [number, number, number, number];

/** dW [k, k, in, out]. */
function filterGradient(
  x: Tensor4D,
  dy: Tensor4D,
  filterShape: Shape4D,
  strides: number,
  padding: 'same' | 'valid',
): Tensor {
  const backend = getBackend();
  if (backend !== 'cpu' && getKernel(Conv2DBackpropFilter, backend) !== undefined) {
    const attributes = { strides, pad: padding, dataFormat: 'NHWC', filterShape };
    return engine().runKernel<Tensor>(Conv2DBackpropFilter, { x, dy }, attributes);
  }
  const [height, width, channels, out] = filterShape;
  const info = backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, padding);
  const { top, bottom, left, right } = info.padInfo;
  const padded = pad(x, [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]);
  const slopes = reshape<Rank.R2>(dy, [-1, out]);
  const places: Tensor2D[] = [];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const end = [row + (info.outHeight - 1) * strides + 1, column + (info.outWidth - 1) * strides + 1];
      const read = stridedSlice(
        padded,
        [0, row, column, 0],
        [info.batchSize, ...end, channels],
        [1, strides, strides, 1],
      );
      places.push(outerProduct(reshape<Rank.R2>(read, [-1, channels]), slopes));
    }
  }
  return reshape(stack(places), filterShape);
}
