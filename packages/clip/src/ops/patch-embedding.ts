import { matMul, type Rank, reshape, type Tensor2D, type Tensor4D, transpose } from '@tensorflow/tfjs-core';
import { differentiable } from './differentiable';
import { outerProduct } from './linear';

/**
 * The convolution that cuts an image into patches (Dosovitskiy et al. 2021, eq. 1): kernel and stride are
 * both p, so it is one matrix product.
 *
 * `pixels` [batch, height, width, channels], `weight` [out, channels, p, p] as PyTorch keeps it → [batch·patches, out],
 * patches row by row. Pixels of a picture are data, and only the weight has a gradient; with `isData` false they have
 * one too. (wasm has no kernel for the filter gradient of conv2d at all.)
 */
export function patchEmbedding(pixels: Tensor4D, weight: Tensor4D, isData = true): Tensor2D {
  const [out, channels, patch] = weight.shape;
  const size = patch * patch * channels;
  const shape = pixels.shape;
  return differentiable<Tensor2D>([...(isData ? [] : [pixels]), weight], (save) => {
    const patches = cutPatches(pixels, patch);
    // [out, c, p, p] → [p, p, c, out]: rows in the order in which a patch's pixels lie in memory.
    const kernel = reshape<Rank.R2>(transpose(weight, [2, 3, 1, 0]), [size, out]);
    save(patches, ...(isData ? [] : [kernel]));
    return {
      value: matMul(patches, kernel),
      gradient: (dy, [x, saved]) => {
        const dKernel = outerProduct(dy, x as Tensor2D);
        return [
          ...(isData ? [] : [joinPatches(matMul(dy, transpose(saved as Tensor2D)), shape, patch)]),
          transpose(reshape(dKernel, [out, patch, patch, channels]), [0, 3, 1, 2]),
        ];
      },
    };
  });
}

type Shape4D = readonly [batch: number, height: number, width: number, channels: number];

/** [batch, height, width, c] → [batch·patches, p·p·c] in one transpose of rank 4 (rank 5 is 400 times slower on wasm). */
function cutPatches(pixels: Tensor4D, patch: number): Tensor2D {
  const [batch, height, width, channels] = pixels.shape;
  const rows = height / patch;
  const columns = width / patch;
  const strips = reshape<Rank.R4>(pixels, [batch * rows, patch, columns, patch * channels]);
  return reshape(inPatches(strips, patch), [batch * rows * columns, patch * patch * channels]);
}

/** The opposite of {@link cutPatches}. */
function joinPatches(patches: Tensor2D, shape: Shape4D, patch: number): Tensor4D {
  const [batch, height, width, channels] = shape;
  const rows = height / patch;
  const columns = width / patch;
  const strips = reshape<Rank.R4>(patches, [batch * rows, columns, patch, patch * channels]);
  return reshape(inPatches(strips, patch), [...shape]);
}

/** Exchanges rows of pixels and columns of patches; a patch of one pixel lies right as it is. */
function inPatches(strips: Tensor4D, patch: number): Tensor4D {
  return patch === 1 ? strips : transpose(strips, [0, 2, 1, 3]);
}
