import { range, type Tensor1D, type Tensor2D, type Tensor4D } from '@tensorflow/tfjs-core';
import { addPositions } from '../ops/add-positions';
import { linear } from '../ops/linear';
import { patchEmbedding } from '../ops/patch-embedding';
import { prependToken } from '../ops/prepend-token';
import { type FullClipConfig, patchCount } from './clip-config';
import { imageStem } from './image-stem';
import type { ParameterScope } from './parameters';
import { type Block, runBlocks } from './run-blocks';
import { norm, transformerLayer } from './transformer-layer';

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
