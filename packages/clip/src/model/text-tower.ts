import {
  add,
  argMax,
  cast,
  equal,
  greater,
  mul,
  type Rank,
  range,
  reshape,
  type Tensor,
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
import { type Block, norm, runBlocks, transformerLayer } from './transformer-layer';

// Far below any logit, and still finite: −∞ − (−∞) in a softmax would be NaN.
const hidden = -1e9;

/**
 * CLIP's text transformer up to the projection: token and position embeddings, causal layers, and the final
 * norm of the token at the end of the text. `tokens` int32 [batch, length] → features [batch, width]. What
 * follows the end token has no influence.
 *
 * @param rows the tokens' rows of the embedding table, where they have been read
 */
export function textFeatures(
  tokens: Tensor2D,
  config: FullClipConfig,
  parameters: ParameterScope,
  rows?: Tensor2D,
): Tensor2D {
  const tower = config.text;
  const text = parameters.scope('text_model');
  const embeddings = text.scope('embeddings');
  const after = text.scope('final_layer_norm');
  const [batch, length] = tokens.shape;
  const end = endPositions(tokens, tower.endToken);

  const embed = (): Tensor2D => {
    const embedded = rows ?? embedTokens(tokens, parameters);
    return addPositions(embedded, embeddings.matrix('position_embedding.weight'), batch);
  };
  const causal = causalMask(length);
  const layers = Array.from({ length: tower.layers }, (_, i): Block => {
    const layer = text.scope(`encoder.layers.${i}`);
    const last = i === tower.layers - 1;
    const mask = last ? maskAfter(end, length) : causal;
    const readRows = last ? rowsAt(end, length) : undefined;
    return {
      scopes: [layer],
      run: (x) => transformerLayer(x as Tensor2D, layer, tower, { batch, mask, readRows }),
    };
  });
  return runBlocks<Tensor2D>(tokens, [
    { scopes: [embeddings], run: embed },
    ...layers,
    { scopes: [after], run: (x) => norm(x as Tensor2D, after, tower) },
  ]);
}

/** Rows of the embedding table for int32 tokens of any shape, [tokens, width]. */
export function embedTokens(tokens: Tensor, parameters: ParameterScope): Tensor2D {
  const table = parameters.matrix('text_model.embeddings.token_embedding.weight');
  return gatherRows(table, reshape<Rank.R1>(tokens, [tokens.size]));
}

/** The projection of a text's features: [batch, width] → [batch, embeddingSize], not normalised. */
export function projectTexts(features: Tensor2D, parameters: ParameterScope): Tensor2D {
  return linear(features, [parameters.matrix('text_projection.weight')]);
}

/**
 * Configs written before Hugging Face knew the id of the end token say 2 for it; such a model is read at the largest id,
 * as OpenAI's own code does, which is the end token there.
 */
const isLegacy = (endToken: number) => endToken === 2;

/** Tokens of each text up to the one that it is read at; `ids` are rows of `columns`. */
export function readLengths(ids: ArrayLike<number>, columns: number, endToken: number): number[] {
  return Array.from({ length: ids.length / columns }, (_, row) => {
    const text = Array.from({ length: columns }, (__, at) => ids[row * columns + at]!);
    const read = isLegacy(endToken) ? text.indexOf(Math.max(...text)) : text.indexOf(endToken);
    // A text without an end is read at its first token, as argmax has it.
    return Math.max(read, 0) + 1;
  });
}

/** Position of each text's first end token, int32 [batch]. */
function endPositions(tokens: Tensor2D, endToken: number): Tensor1D {
  return argMax(cast(isLegacy(endToken) ? tokens : equal(tokens, endToken), 'float32'), 1);
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
