import { range, type Tensor1D, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core';
import { addPositions } from '../ops/add-positions';
import { linear } from '../ops/linear';
import { patchEmbedding } from '../ops/patch-embedding';
import { prependToken } from '../ops/prepend-token';
import { type FullClipConfig, patchCount } from './clip-config';
import type { ParameterScope } from './parameters';
import { norm, transformerLayer } from './transformer-layer';

/**
 * CLIP's vision transformer: patches, class token, positions, a norm before and one after the layers, and the
 * projection of the class token. `pixels` [batch, size, size, 3] → [batch, embeddingSize], not normalised.
 */
export function imageTower(pixels: Tensor4D, config: FullClipConfig, parameters: ParameterScope): Tensor2D {
  const tower = config.image;
  const vision = parameters.scope('vision_model');
  const embeddings = vision.scope('embeddings');
  const batch = pixels.shape[0];
  const tokens = patchCount(tower) + 1;

  const patches = patchEmbedding(pixels, embeddings.filters('patch_embedding.weight'));
  const withClass = prependToken(patches, embeddings.vector('class_embedding'), batch);
  let x = addPositions(withClass, embeddings.matrix('position_embedding.weight'), batch);
  x = norm(x, vision.scope('pre_layrnorm'), tower);
  const classRows: Tensor1D = range(0, batch * tokens, tokens, 'int32');
  for (let i = 0; i < tower.layers; i++) {
    const readRows = i === tower.layers - 1 ? classRows : undefined;
    x = transformerLayer(x, vision.scope(`encoder.layers.${i}`), tower, { batch, readRows });
  }
  return linear(norm(x, vision.scope('post_layernorm'), tower), [
    parameters.matrix('visual_projection.weight'),
  ]);
}
