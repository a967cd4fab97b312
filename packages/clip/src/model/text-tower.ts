import {
  add,
  argMax,
  cast,
  equal,
  greater,
  mul,
  range,
  reshape,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
  tensor3d,
} from '@tensorflow/tfjs-core';
import { addPositions } from '../ops/add-positions';
import { gatherRows } from '../ops/gather-rows';
import { linear } from '../ops/linear';
import type { FullClipConfig } from './clip-config';
import type { ParameterScope } from './parameters';
import { norm, transformerLayer } from './transformer-layer';

// Far below any logit, and still finite: −∞ − (−∞) in a softmax would be NaN.
const hidden = -1e9;

/**
 * CLIP's text transformer: token and position embeddings, causal layers, and the projection of the token at
 * the end of the text after the final norm. `tokens` int32 [batch, length] → [batch, embeddingSize], not
 * normalised. What follows the end token has no influence.
 */
export function textTower(tokens: Tensor2D, config: FullClipConfig, parameters: ParameterScope): Tensor2D {
  const tower = config.text;
  const text = parameters.scope('text_model');
  const [batch, length] = tokens.shape;
  const end = endPositions(tokens, tower.endToken);

  const embedded = gatherRows(
    text.matrix('embeddings.token_embedding.weight'),
    reshape(tokens, [batch * length]),
  );
  let x = addPositions(embedded, text.matrix('embeddings.position_embedding.weight'), batch);
  const causal = causalMask(length);
  for (let i = 0; i < tower.layers; i++) {
    const last = i === tower.layers - 1;
    x = transformerLayer(x, text.scope(`encoder.layers.${i}`), tower, {
      batch,
      mask: last ? maskAfter(end, length) : causal,
      readRows: last ? rowsAt(end, length) : undefined,
    });
  }
  return linear(norm(x, text.scope('final_layer_norm'), tower), [
    parameters.matrix('text_projection.weight'),
  ]);
}

/**
 * Position of each text's first end token, int32 [batch]. Configs written before Hugging Face knew the id say
 * 2 for it; such a model is read at the largest id, as OpenAI's own code does, which is the end token there.
 */
function endPositions(tokens: Tensor2D, endToken: number): Tensor1D {
  const legacy = endToken === 2;
  return argMax(cast(legacy ? tokens : equal(tokens, endToken), 'float32'), 1);
}

/** Row of each text's end token among all tokens, int32 [batch]. */
function rowsAt(end: Tensor1D, length: number): Tensor1D {
  return add(range(0, end.shape[0] * length, length, 'int32'), end);
}

/** [batch, 1, length]: the end token sees itself and what came before it. */
function maskAfter(end: Tensor1D, length: number): Tensor3D {
  const after = greater(range(0, length, 1, 'int32'), reshape(end, [-1, 1]));
  return reshape(mul(cast(after, 'float32'), hidden), [end.shape[0], 1, length]);
}

/** [1, length, length]: a token sees itself and what came before it. */
function causalMask(length: number): Tensor3D {
  const mask = Float32Array.from({ length: length * length }, (_, at) =>
    at % length > Math.floor(at / length) ? hidden : 0,
  );
  return tensor3d(mask, [1, length, length]);
}
