import type { TensorInfo } from '@tensorflow/tfjs-core';
import { batchMatMul } from '../batch-mat-mul';
import { conv2d } from './convolution';
import type { TfjsKernel } from './tfjs-kernel';

/** Kernels of the wasm backend that compute what a dense or a convolutional layer may ask to be fused. */
const activations: Readonly<Record<string, string>> = {
  relu: 'Relu',
  relu6: 'Relu6',
  elu: 'Elu',
  sigmoid: 'Sigmoid',
  prelu: 'Prelu',
  leakyrelu: 'LeakyRelu',
};

/**
 * activation(op(a)·op(b) + bias), as tf.layers.dense asks for it. tfjs's own leaves the bias out where an input is
 * transposed or batched.
 */
export const fusedMatMul = activated((heap, { a, b, bias }, attributes) =>
  batchMatMul(heap, { a: a!, b: b!, bias }, attributes),
);

/** activation(conv2d(x, filter) + bias), as tf.layers.conv2d asks for it. */
export const fusedConv2d = activated(conv2d);

function activated(kernel: TfjsKernel): TfjsKernel {
  return (heap, inputs, attributes) => {
    const { activation, leakyreluAlpha } = attributes;
    const name = activations[String(activation)];
    if (name === undefined && activation !== 'linear') return undefined;
    const result: TensorInfo | undefined = kernel(heap, inputs, attributes);
    if (result === undefined || name === undefined) return result;
    const alpha = inputs.preluActivationWeights;
    return heap.replace(result, name, alpha === undefined ? {} : { alpha }, { alpha: leakyreluAlpha ?? 0.2 });
  };
}
