import type { ClipModel } from '@slipform/clip';
import { tensor4d, tidy } from '@tensorflow/tfjs-core';
import { type Pictures, picturesOf } from './pictures';

export interface EmbedPicturesOptions {
  /** Rows to embed. Default: all. */
  readonly rows?: readonly number[];
  /** Pictures at a time. Default 256. */
  readonly batchSize?: number;
  /** Ends the call between two batches; it then throws the signal's reason. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Embeddings of unit length of the pictures, [rows, embedding size]. */
export async function embedPictures(
  model: ClipModel,
  pictures: Pictures,
  options: EmbedPicturesOptions = {},
): Promise<Float32Array> {
  const { size } = pictures;
  const count = pictures.rgb.length / (size * size * 3);
  const { rows = Array.from({ length: count }, (_, row) => row) } = options;
  const { batchSize = 256, signal, onProgress } = options;
  const width = model.config.embeddingSize;
  const all = new Float32Array(rows.length * width);
  for (let start = 0; start < rows.length; start += batchSize) {
    signal?.throwIfAborted();
    const part = rows.slice(start, start + batchSize);
    const embedded = tidy(() =>
      model.encodeImages(tensor4d(picturesOf(pictures, part), [part.length, size, size, 3])),
    );
    try {
      const values = await embedded.data<'float32'>();
      all.set(toUnitLength(values, width), start * width);
    } finally {
      embedded.dispose();
    }
    onProgress?.(start + part.length, rows.length);
  }
  return all;
}

function toUnitLength(values: Float32Array, width: number): Float32Array {
  for (let start = 0; start < values.length; start += width) {
    const row = values.subarray(start, start + width);
    const length = Math.hypot(...row);
    for (let at = 0; at < width; at++) row[at]! /= length;
  }
  return values;
}
