import {
  type Rank,
  reshape,
  type Tensor,
  type Tensor2D,
  type Tensor4D,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import type { TowerInput } from '../gradients/tower-input';
import type { ClipModel } from '../model/clip-model';

/** Rows for a tower, as they go to another thread. */
export interface PackedRows {
  readonly tower: 'image' | 'text';
  readonly kind: TowerInput['kind'];
  readonly perPair: number | undefined;
  /** [rows, …] */
  readonly shape: readonly number[];
  readonly values: Float32Array | Int32Array;
}

/** `count` rows from `start` on. The values are the backend's own: they are copied, before they are changed. */
export function packRows(input: TowerInput, start: number, count: number): PackedRows {
  const { tower, kind, perPair } = input;
  let packed: PackedRows | undefined;
  // tfjs looks through what a tidy returns, number by number.
  tidy(() => {
    const rows = input.take(start, count);
    const values = rows.dataSync() as Float32Array | Int32Array;
    packed = { tower, kind, perPair, shape: rows.shape, values };
  });
  return packed!;
}

/**
 * Packed rows as a model's tower takes them.
 *
 * @param encodeTexts for tokens: by default the model's own, which gives a text the same bits whatever is beside it
 */
export function unpackRows(
  model: ClipModel,
  { tower, kind, perPair, shape, values }: PackedRows,
  encodeTexts = (of: ClipModel, tokens: Tensor2D): Tensor2D => of.encodeTexts(tokens),
): TowerInput {
  const [rows, ...rest] = shape as [number, ...number[]];
  const each = values.length / rows;
  const dtype = kind === 'tokens' ? 'int32' : 'float32';
  return {
    tower,
    kind,
    rows,
    perPair,
    take: (start, count) =>
      tensor(values.subarray(start * each, (start + count) * each), [count, ...rest], dtype),
    embed: (x: Tensor): Tensor2D => {
      if (kind === 'embeddings') return reshape<Rank.R2>(x, x.shape as [number, number]);
      if (kind === 'pixels') return model.encodeImages(x as Tensor4D);
      return encodeTexts(model, x as Tensor2D);
    },
  };
}
