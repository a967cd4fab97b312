import { concat, Tensor, type Tensor2D, type Tensor3D, type Tensor4D, tensor4d } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';
import type { ClipModel } from '../model/clip-model';
import { sliceRows } from '../ops/slice-rows';
import { stackTokens, tokenMatrix } from './token-matrix';
import type { EmbeddedBatch, TrainBatch } from './train-batch';

/**
 * Embeds a batch on the tape: images and hard images in one pass, captions and hard captions in one pass,
 * since two passes over half the rows take longer on every backend.
 */
export function embedBatch(model: ClipModel, batch: TrainBatch): EmbeddedBatch {
  const { concreteness, valid, groups } = batch;
  const images = embedImages(model, batch);
  const captions = embedCaptions(model, batch);
  const rows = images.images.shape[0];
  if (captions.captions.shape[0] !== rows) {
    throw new InputError(
      `trainClip: a batch must have as many captions as images, got ${captions.captions.shape[0]} and ${rows}.`,
    );
  }
  return {
    ...images,
    ...captions,
    ...(concreteness === undefined ? {} : { concreteness }),
    ...(valid === undefined ? {} : { valid }),
    ...(groups === undefined ? {} : { groups }),
  };
}

function embedImages(model: ClipModel, batch: TrainBatch): { images: Tensor2D; hardImages?: Tensor2D } {
  const size = model.config.image.imageSize;
  const images = pixelTensor(batch.images, size, 'images');
  if (batch.hardImages === undefined) return { images: model.encodeImages(images) };
  const hardImages = pixelTensor(batch.hardImages, size, 'hardImages');
  const both = model.encodeImages(concat([images, hardImages], 0));
  const n = images.shape[0];
  return { images: sliceRows(both, 0, n), hardImages: sliceRows(both, n, hardImages.shape[0]) };
}

function embedCaptions(
  model: ClipModel,
  batch: TrainBatch,
): { captions: Tensor2D; hardCaptions?: Tensor2D | Tensor3D } {
  const { endToken: padding, contextLength } = model.config.text;
  const { rows } = tokenMatrix(batch.tokens, padding, contextLength, 'tokens');
  if (batch.hardTokens === undefined) return { captions: model.encodeTexts(rows) };
  const hard = tokenMatrix(batch.hardTokens, padding, contextLength, 'hardTokens');
  const n = rows.shape[0];
  const hardRows = hard.rows.shape[0];
  const k = hard.perPair;
  if (hardRows !== n * (k ?? 1)) {
    throw new InputError(
      `trainClip: hardTokens must have a text for each of the ${n} pairs, got ${hardRows / (k ?? 1)}.`,
    );
  }
  const both = model.encodeTexts(stackTokens(rows, hard.rows, padding));
  const width = both.shape[1];
  return {
    captions: sliceRows(both, 0, n),
    hardCaptions:
      k === undefined ? sliceRows(both, n, hardRows) : sliceRows<Tensor3D>(both, n, hardRows, [n, k, width]),
  };
}

function pixelTensor(pixels: Tensor4D | Float32Array, size: number, name: string): Tensor4D {
  if (pixels instanceof Tensor) return pixels;
  const each = size * size * 3;
  if (pixels.length === 0 || pixels.length % each !== 0) {
    throw new InputError(
      `trainClip: ${name} must hold ${size}×${size}×3 = ${each} numbers for each image, got ${pixels.length} in all.`,
    );
  }
  return tensor4d(pixels, [pixels.length / each, size, size, 3]);
}
