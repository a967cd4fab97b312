import { InputError } from '@slipform/kit/errors/input-error';
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { elementwise, type GpuBackend, rowwise } from './program';

/** Sizes of attention: `queries` [batch·m, width], `keysValues` [batch·n, 2·width]. */
interface Sizes {
  readonly batch: number;
  readonly heads: number;
  readonly m: number;
  readonly n: number;
  readonly width: number;
}

export function sizesOf(queries: TensorInfo, keysValues: TensorInfo, batch: number, heads: number): Sizes {
  const [asked, width] = queries.shape as [number, number];
  return { batch, heads, m: asked / batch, n: keysValues.shape[0]! / batch, width };
}

/** The most keys whose scores one group of threads holds: WebGPU promises it 16 kB. */
const maxKeys = 2048;

const uniformsOf = ({ heads, m, n, width }: Sizes) =>
  ({
    heads: ['i32', heads],
    m: ['i32', m],
    n: ['i32', n],
    width: ['i32', width],
    depth: ['i32', width / heads],
    scale: ['f32', 1 / Math.sqrt(width / heads)],
  }) as const;

/** A row of scores is one query of one head of one sequence: [batch·heads·m, n]. */
const place = `
      let query = row % uniforms.m;
      let head = row / uniforms.m % uniforms.heads;
      let sequence = row / uniforms.m / uniforms.heads;
      let asked = (sequence * uniforms.m + query) * uniforms.width + head * uniforms.depth;
      let first = sequence * uniforms.n * 2 * uniforms.width + head * uniforms.depth;`;

/** Scores of a row, held by its threads; a program for each power of two, so that texts of other lengths share it. */
function scoresOf(n: number): { readonly held: number; readonly functions: string } {
  if (n > maxKeys) {
    throw new InputError(
      `webgpu: a sequence must have at most ${maxKeys} tokens, got ${n}; take wasm or cpu.`,
    );
  }
  const held = 2 ** Math.ceil(Math.log2(Math.max(n, 64)));
  return { held, functions: `var<workgroup> scores : array<f32, ${held}>;` };
}

/** [softmax(q·kᵀ/√d + mask)·v, its weights [batch·heads·m, n]]. */
export function attention(
  backend: GpuBackend,
  {
    queries,
    keysValues,
    mask,
  }: Readonly<Record<'queries' | 'keysValues', TensorInfo>> & { mask?: TensorInfo },
  sizes: Sizes,
): TensorInfo[] {
  const { batch, heads, m, n } = sizes;
  const rows = batch * heads * m;
  const { held, functions } = scoresOf(n);
  const perSequence = mask !== undefined && mask.shape[0] !== 1;
  const weights = rowwise(backend, {
    key: `attentionWeights${held}${mask === undefined ? '' : perSequence ? 'Masks' : 'Mask'}`,
    inputs: { queries, keysValues, ...(mask === undefined ? {} : { mask }) },
    uniforms: uniformsOf(sizes),
    shape: [rows, n],
    rows,
    functions,
    body: `${place}
      var most = -3.4e38;
      for (var key = thread; key < uniforms.n; key += threads) {
        var score = 0.0;
        let at = first + key * 2 * uniforms.width;
        for (var i = 0; i < uniforms.depth; i++) {
          score += queries[asked + i] * keysValues[at + i];
        }
        score *= uniforms.scale;
        ${mask === undefined ? '' : `score += mask[(${perSequence ? 'sequence * uniforms.m + ' : ''}query) * uniforms.n + key];`}
        scores[key] = score;
        most = max(most, score);
      }
      let peak = largest(most);
      var sum = 0.0;
      for (var key = thread; key < uniforms.n; key += threads) {
        scores[key] = exp(scores[key] - peak);
        sum += scores[key];
      }
      let whole = total(sum);
      if (row < rows) {
        for (var key = thread; key < uniforms.n; key += threads) {
          setOutputAtIndex(row * uniforms.n + key, scores[key] / whole);
        }
      }`,
  });
  const value = elementwise(backend, {
    key: 'attentionMix',
    inputs: { weights, keysValues },
    uniforms: uniformsOf(sizes),
    shape: queries.shape,
    body: `${placeOfQuery}
      for (var key = 0; key < uniforms.n; key++) {
        value += weights[row + key] * keysValues[first + key * 2 * uniforms.width + uniforms.width];
      }`,
  });
  return [value, weights];
}

/** A number of [batch·m, width]: the start of its row of scores, and of its column of the keys. */
const placeOfQuery = `
      let column = index % uniforms.width;
      let query = index / uniforms.width % uniforms.m;
      let sequence = index / uniforms.width / uniforms.m;
      let head = column / uniforms.depth;
      let row = ((sequence * uniforms.heads + head) * uniforms.m + query) * uniforms.n;
      let first = sequence * uniforms.n * 2 * uniforms.width + column;`;

/** [∂L/∂queries, ∂L/∂keysValues]: dS = P∘(dP − Σ P∘dP)/√d with dP = dO·Vᵀ; dQ = dS·K; dK = dSᵀ·Q; dV = Pᵀ·dO. */
export function attentionGradient(
  backend: GpuBackend,
  inputs: Readonly<Record<'queries' | 'keysValues' | 'weights' | 'dy', TensorInfo>>,
  sizes: Sizes,
): TensorInfo[] {
  const { queries, keysValues, weights, dy } = inputs;
  const rows = sizes.batch * sizes.heads * sizes.m;
  const { held, functions } = scoresOf(sizes.n);
  const uniforms = uniformsOf(sizes);
  const slopes = rowwise(backend, {
    key: `attentionSlopes${held}`,
    inputs: { keysValues, weights, dy },
    uniforms,
    shape: weights.shape,
    rows,
    functions,
    body: `${place}
      var sum = 0.0;
      for (var key = thread; key < uniforms.n; key += threads) {
        var slope = 0.0;
        let at = first + key * 2 * uniforms.width + uniforms.width;
        for (var i = 0; i < uniforms.depth; i++) {
          slope += dy[asked + i] * keysValues[at + i];
        }
        scores[key] = slope;
        sum += slope * weights[row * uniforms.n + key];
      }
      let along = total(sum);
      if (row < rows) {
        for (var key = thread; key < uniforms.n; key += threads) {
          let at = row * uniforms.n + key;
          setOutputAtIndex(at, weights[at] * (scores[key] - along) * uniforms.scale);
        }
      }`,
  });
  const dQueries = elementwise(backend, {
    key: 'attentionQueryGradient',
    inputs: { slopes, keysValues },
    uniforms,
    shape: queries.shape,
    body: `${placeOfQuery}
      for (var key = 0; key < uniforms.n; key++) {
        value += slopes[row + key] * keysValues[first + key * 2 * uniforms.width];
      }`,
  });
  const dKeysValues = elementwise(backend, {
    key: 'attentionKeyGradient',
    inputs: { slopes, weights, queries, dy },
    uniforms,
    shape: keysValues.shape,
    body: `
      let side = index % (2 * uniforms.width);
      let key = index / (2 * uniforms.width) % uniforms.n;
      let sequence = index / (2 * uniforms.width) / uniforms.n;
      let column = side % uniforms.width;
      let head = column / uniforms.depth;
      let row = (sequence * uniforms.heads + head) * uniforms.m * uniforms.n + key;
      let asked = sequence * uniforms.m * uniforms.width + column;
      for (var query = 0; query < uniforms.m; query++) {
        if (side < uniforms.width) {
          value += slopes[row + query * uniforms.n] * queries[asked + query * uniforms.width];
        } else {
          value += weights[row + query * uniforms.n] * dy[asked + query * uniforms.width];
        }
      }`,
  });
  backend.disposeData(slopes.dataId);
  return [dQueries, dKeysValues];
}
