import { concat, fill, type Tensor, type Tensor2D, type Tensor3D } from '@tensorflow/tfjs-core';
import type { ClipModel } from '../model/clip-model';
import { sliceRows } from '../ops/slice-rows';
import { type BatchInputs, batchInputs, type EmbeddingName, type TowerInput } from './tower-input';
import type { EmbeddedBatch, TrainBatch } from './train-batch';

/**
 * Embeds a batch on the tape: images and hard images in one pass, captions and hard captions in one pass,
 * since two passes over half the rows take longer on every backend.
 */
export function embedBatch(model: ClipModel, batch: TrainBatch): EmbeddedBatch {
  return { ...embedInputs(model, batchInputs(model, batch)), ...annotations(batch) };
}

/** Embeds the inputs of a batch on the tape. */
export function embedInputs(
  model: ClipModel,
  { images, captions, hardCaptions, hardImages }: BatchInputs,
): Pick<EmbeddedBatch, EmbeddingName> {
  const [embeddedImages, embeddedHardImages] = embedBoth(images, hardImages, model);
  const [embeddedCaptions, embeddedHardCaptions] = embedBoth(captions, hardCaptions, model);
  return {
    images: embeddedImages as Tensor2D,
    captions: embeddedCaptions as Tensor2D,
    ...(embeddedHardCaptions === undefined ? {} : { hardCaptions: embeddedHardCaptions }),
    ...(embeddedHardImages === undefined ? {} : { hardImages: embeddedHardImages as Tensor2D }),
  };
}

/** What goes to the loss as it came. */
export function annotations({
  concreteness,
  valid,
  textIds,
  groups,
}: TrainBatch): Pick<TrainBatch, 'concreteness' | 'valid' | 'textIds' | 'groups'> {
  return {
    ...(concreteness === undefined ? {} : { concreteness }),
    ...(valid === undefined ? {} : { valid }),
    ...(textIds === undefined ? {} : { textIds }),
    ...(groups === undefined ? {} : { groups }),
  };
}

function embedBoth(
  own: TowerInput,
  hard: TowerInput | undefined,
  model: ClipModel,
): [Tensor2D, Tensor2D | Tensor3D | undefined] {
  const first = own.take(0, own.rows);
  if (hard === undefined) return [own.embed(first), undefined];
  const second = hard.take(0, hard.rows);
  if (hard.kind !== own.kind) return [own.embed(first), byPair(hard.embed(second), hard.perPair)];
  const both = own.embed(
    own.kind === 'tokens'
      ? stackTokens(first as Tensor2D, second as Tensor2D, model.config.text.endToken)
      : concat<Tensor>([first, second], 0),
  );
  const width = both.shape[1];
  const shape = pairShape(hard.rows, hard.perPair, width);
  return [sliceRows(both, 0, own.rows), sliceRows<Tensor2D | Tensor3D>(both, own.rows, hard.rows, shape)];
}

/** [rows, width], or [pairs, K, width] where there are K for each pair. */
export function pairShape(rows: number, perPair: number | undefined, width: number): number[] {
  return perPair === undefined ? [rows, width] : [rows / perPair, perPair, width];
}

function byPair(x: Tensor2D, perPair: number | undefined): Tensor2D | Tensor3D {
  return perPair === undefined
    ? x
    : sliceRows<Tensor3D>(x, 0, x.shape[0], pairShape(x.shape[0], perPair, x.shape[1]));
}

/** Both matrices one above the other, the narrower one padded. */
function stackTokens(a: Tensor2D, b: Tensor2D, padding: number): Tensor2D {
  const length = Math.max(a.shape[1], b.shape[1]);
  return concat([widen(a, length, padding), widen(b, length, padding)], 0);
}

function widen(x: Tensor2D, length: number, padding: number): Tensor2D {
  const [rows, have] = x.shape;
  return have === length ? x : concat([x, fill([rows, length - have], padding, 'int32') as Tensor2D], 1);
}
