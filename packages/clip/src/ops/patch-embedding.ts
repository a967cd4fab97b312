import { matMul, type Rank, reshape, type Tensor2D, type Tensor4D, transpose } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { outerProduct } from './linear';

/**
 * The convolution that cuts an image into patches (Dosovitskiy et al. 2021, eq. 1): kernel and stride are
 * both p, so it is one matrix product.
 *
 * `pixels` [batch, height, width, 3], `weight` [out, 3, p, p] as PyTorch keeps it → [batch·patches, out],
 * patches row by row. Only the weight has a gradient: pixels are data here. (wasm has no kernel for the
 * filter gradient of conv2d at all.)
 */
export function patchEmbedding(pixels: Tensor4D, weight: Tensor4D): Tensor2D {
  const [out, channels, patch] = weight.shape;
  const size = patch * patch * channels;
  return differentiable<Tensor2D>([weight], (save) => {
    const patches = cutPatches(pixels, patch);
    save(patches);
    // [out, c, p, p] → [p, p, c, out]: rows in the order in which a patch's pixels lie in memory.
    const kernel = reshape<Rank.R2>(transpose(weight, [2, 3, 1, 0]), [size, out]);
    return {
      value: matMul(patches, kernel),
      gradient: (dy, [x]) => {
        const dKernel = outerProduct(dy, x as Tensor2D);
        return [transpose(reshape(dKernel, [out, patch, patch, channels]), [0, 3, 1, 2])];
      },
    };
  });
}

/** [batch, height, width, 3] → [batch·patches, p·p·3] in one transpose of rank 4 (rank 5 is 400 times slower on wasm). */
function cutPatches(pixels: Tensor4D, patch: number): Tensor2D {
  const [batch, height, width, channels] = pixels.shape;
  const rows = height / patch;
  const columns = width / patch;
  const strips = reshape<Rank.R4>(pixels, [batch * rows, patch, columns, patch * channels]);
  return reshape(transpose(strips, [0, 2, 1, 3]), [batch * rows * columns, patch * patch * channels]);
}
