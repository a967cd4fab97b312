import * as tf from '@tensorflow/tfjs-core';

/**
 * The gradients that the hand-written loss needs, by the formulas with which @tensorflow/tfjs registers them
 * (its matMul gradient asks for transposed products). Written out because tfjs-core's own registration can't be
 * imported in plain Node.
 */
export function registerGradients(): void {
  tf.registerGradient({
    kernelName: 'BatchMatMul',
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved, attributes) => {
      const [a, b] = saved as [tf.Tensor2D, tf.Tensor2D];
      const grad = dy as tf.Tensor2D;
      if (attributes.transposeA) throw new Error('the benchmark never transposes the first factor');
      return attributes.transposeB
        ? { a: () => tf.matMul(grad, b), b: () => tf.matMul(grad, a, true, false) }
        : { a: () => tf.matMul(grad, b, false, true), b: () => tf.matMul(a, grad, true, false) };
    },
  });
  tf.registerGradient({
    kernelName: 'Multiply',
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved) => {
      const [a, b] = saved as [tf.Tensor, tf.Tensor];
      return { a: () => tf.mul(dy as tf.Tensor, b), b: () => tf.mul(dy as tf.Tensor, a) };
    },
  });
  tf.registerGradient({
    kernelName: 'Add',
    gradFunc: (dy) => ({ a: () => tf.clone(dy as tf.Tensor), b: () => tf.clone(dy as tf.Tensor) }),
  });
  tf.registerGradient({
    kernelName: 'Sum',
    inputsToSave: ['x'],
    gradFunc: (dy, saved) => ({
      x: () => tf.mul(tf.reshape(dy as tf.Tensor, []), tf.ones((saved[0] as tf.Tensor).shape)),
    }),
  });
  tf.registerGradient({
    kernelName: 'LogSoftmax',
    outputsToSave: [true],
    gradFunc: (dy, saved) => {
      const grad = dy as tf.Tensor;
      const softmax = tf.exp(saved[0] as tf.Tensor);
      return { logits: () => tf.sub(grad, tf.mul(tf.sum(grad, -1, true), softmax)) };
    },
  });
  tf.registerGradient({
    kernelName: 'Transpose',
    gradFunc: (dy) => ({ x: () => tf.transpose(dy as tf.Tensor) }),
  });
}
