import { infoNceLoss } from '@slipform/cement-loss';
import {
  getKernel,
  registerKernel,
  type TensorInfo,
  tensor4d,
  tidy,
  unregisterKernel,
} from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { directGradients } from '../../../packages/clip/src/gradients/batch-gradients';
import { createClip, useBackend } from '../../../packages/clip/src/index';
import { forwardFlops, stepFlops } from './flops';

/** Operations of the products that cpu computes in `action`. */
function counted(action: () => void): number {
  const kernel = getKernel('BatchMatMul', 'cpu')!;
  let flops = 0;
  const size = (x: TensorInfo) => x.shape.slice(-2).reduce((a, b) => a * b, 1);
  const replace = (with_: typeof kernel) => {
    unregisterKernel('BatchMatMul', 'cpu');
    registerKernel(with_);
  };
  replace({
    ...kernel,
    kernelFunc(args) {
      const out = kernel.kernelFunc(args) as TensorInfo;
      const { a, b } = args.inputs as { a: TensorInfo; b: TensorInfo };
      const matrices = out.shape.slice(0, -2).reduce((x, y) => x * y, 1);
      flops += 2 * matrices * Math.round(Math.sqrt(size(a) * size(b) * size(out)));
      return out;
    },
  });
  action();
  replace(kernel);
  return flops;
}

it('counts what is computed', async () => {
  await useBackend('cpu');
  const model = createClip({
    embeddingSize: 6,
    image: { imageSize: 12, patchSize: 4, width: 8, layers: 3, heads: 2 },
    text: { vocabularySize: 30, contextLength: 7, width: 12, layers: 2, heads: 3, mlpWidth: 20 },
  });
  const pairs = 5;
  const images = new Float32Array(pairs * 432).map((_, i) => Math.sin(i));
  const tokens = Array.from({ length: pairs }, (_, row) => [28, 1, 2, 3, 4, row, 29]);
  const forward = counted(() => tidy(() => void model.encodeImages(tensor4d(images, [pairs, 12, 12, 3]))));
  expect(pairs * forwardFlops('image', model.config)).toBe(forward);
  const step = counted(() =>
    directGradients(model, { images, tokens }, (batch, scale) => infoNceLoss(batch, scale), false).free(),
  );
  expect(stepFlops(model.config, pairs) / step).toBeCloseTo(1, 2);
  model.dispose();
});
