import expected from '../../fixtures/pictures/expected.json' with { type: 'json' };
import { clipDeviation, clipMean } from '../encoder/preprocess';

/** Pillow's pixels of each picture in fixtures/pictures. */
export const pictures: readonly (readonly [name: string, pixels: readonly number[]])[] =
  Object.entries(expected);

/** The largest difference of preprocessed pixels from bytes. */
export function byteError(pixels: Float32Array, bytes: readonly number[]): number {
  if (pixels.length !== bytes.length) return Number.NaN;
  return pixels.reduce((most, x, i) => {
    const byte = Math.round(255 * (x * clipDeviation[i % 3]! + clipMean[i % 3]!));
    return Math.max(most, Math.abs(byte - bytes[i]!));
  }, 0);
}
