import {
  concat,
  type Rank,
  range,
  reshape,
  slice,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor4D,
  tile,
} from '@tensorflow/tfjs-core';
import { addPositions } from '../ops/add-positions';
import { columnSum } from '../ops/column-sum';
import { convolution } from '../ops/convolution';
import { differentiable } from '../ops/differentiable';
import { activate } from '../ops/gelu';
import { linear } from '../ops/linear';
import { patchEmbedding } from '../ops/patch-embedding';
import { type FullClipConfig, patchCount } from './clip-config';
import type { ParameterScope } from './parameters';
import { type Block, norm, runBlocks, transformerLayer } from './transformer-layer';

/**
 * CLIP's vision transformer up to the projection: a stem of convolutions where there is one, patches, class token,
 * positions, a norm before and one after the layers. `pixels` [batch, size, size, 3] → the class token's features [batch, width].
 */
export function imageFeatures(
  pixels: Tensor4D,
  config: FullClipConfig,
  parameters: ParameterScope,
): Tensor2D {
  const tower = config.image;
  const vision = parameters.scope('vision_model');
  const embeddings = vision.scope('embeddings');
  const before = vision.scope('pre_layrnorm');
  const after = vision.scope('post_layernorm');
  const batch = pixels.shape[0];
  const tokens = patchCount(tower) + 1;

  const embed = (): Tensor2D => {
    const isData = tower.stem.length === 0;
    const cells = imageStem(pixels, tower, embeddings);
    const patches = patchEmbedding(cells, embeddings.filters('patch_embedding.weight'), isData);
    const withClass = prependToken(patches, embeddings.vector('class_embedding'), batch);
    const x = addPositions(withClass, embeddings.matrix('position_embedding.weight'), batch);
    return norm(x, before, tower);
  };
  const classRows: Tensor1D = range(0, batch * tokens, tokens, 'int32');
  const layers = Array.from({ length: tower.layers }, (_, i): Block => {
    const layer = vision.scope(`encoder.layers.${i}`);
    const readRows = i === tower.layers - 1 ? classRows : undefined;
    return {
      scopes: [layer],
      run: (x) => transformerLayer(x as Tensor2D, layer, tower, { batch, readRows }),
    };
  });
  return runBlocks<Tensor2D>(pixels, [
    { scopes: [embeddings, before], run: embed },
    ...layers,
    { scopes: [after], run: (x) => norm(x as Tensor2D, after, tower) },
  ]);
}

/** The projection of an image's features: [batch, width] → [batch, embeddingSize], not normalised. */
export function projectImages(features: Tensor2D, parameters: ParameterScope): Tensor2D {
  return linear(features, [parameters.matrix('visual_projection.weight')]);
}

/**
 * The convolutions before the patch embedding: `pixels` [batch, size, size, 3] → [batch, size/2ⁿ, size/2ⁿ, channels]
 * for a stem of n. Each is x ∗ W + b with windows of 3 × 3, 2 pixels apart, and the tower's activation. Outside of the
 * picture are zeros: one row below and one column to the right, as `same` of TensorFlow has it.
 */
export function imageStem(
  pixels: Tensor4D,
  { stem, activation }: FullClipConfig['image'],
  embeddings: ParameterScope,
): Tensor4D {
  return stem.reduce((x, channels, i) => {
    const layer = embeddings.scope(`stem.${i}`);
    const y = convolution(x, layer.filters('weight'), layer.vector('bias'), { stride: 2, isData: i === 0 });
    const rows: Tensor2D = reshaped(y, [y.size / channels, channels]);
    return reshaped<Tensor4D>(activate(rows, activation), y.shape);
  }, pixels);
}

/** Puts one learned token before each sequence: `x` [batch·n, width], `token` [width] → [batch·(n + 1), width]. */
export function prependToken(x: Tensor2D, token: Tensor1D, batch: number): Tensor2D {
  const width = x.shape[1];
  const n = x.shape[0] / batch;
  return differentiable<Tensor2D>([x, token], () => {
    const first = tile(reshape<Rank.R3>(token, [1, 1, width]), [batch, 1, 1]);
    const all = concat([first, reshape<Rank.R3>(x, [batch, n, width])], 1);
    return {
      value: reshape(all, [batch * (n + 1), width]),
      gradient: (dy) => {
        const d = reshape<Rank.R2>(dy, [batch, (n + 1) * width]);
        return [
          reshape(slice(d, [0, width], [batch, n * width]), [batch * n, width]),
          columnSum(slice(d, [0, 0], [batch, width])),
        ];
      },
    };
  });
}

/** The same numbers in another shape, with a gradient. */
function reshaped<T extends Tensor>(x: Tensor, shape: readonly number[]): T {
  return differentiable<T>([x], () => ({
    value: reshape(x, [...shape]) as Tensor as T,
    gradient: (dy) => [reshape(dy, x.shape)],
  }));
}
