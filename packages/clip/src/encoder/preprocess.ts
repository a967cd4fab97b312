import { InputError } from '../input-error';

/** Mean and standard deviation of each channel of the pixels that CLIP was trained on (openai/CLIP, `_transform`). */
export const clipMean: readonly [number, number, number] = [0.48145466, 0.4578275, 0.40821073];
export const clipDeviation: readonly [number, number, number] = [0.26862954, 0.26130258, 0.27577711];

/**
 * Pixels as a model takes them: (x/255 − mean)/deviation for each channel of RGB bytes, row by row.
 * Whoever trains on drawn pixels uses this too, so that the encoder sees files as the training saw them.
 */
export function normalizePixels(rgb: Uint8Array | Uint8ClampedArray): Float32Array {
  if (rgb.length % 3 !== 0) {
    throw new InputError(
      `normalizePixels: rgb must hold three bytes for each pixel, got ${rgb.length} in all.`,
    );
  }
  const pixels = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i++) {
    pixels[i] = (rgb[i]! / 255 - clipMean[i % 3]!) / clipDeviation[i % 3]!;
  }
  return pixels;
}
