import { InputError } from '../input-error';

/** Mean and standard deviation of each channel of the pixels that CLIP was trained on (openai/CLIP, `_transform`). */
export const clipMean: readonly [number, number, number] = [0.48145466, 0.4578275, 0.40821073];
export const clipDeviation: readonly [number, number, number] = [0.26862954, 0.26130258, 0.27577711];

/**
 * Pixels as a model takes them: (x − mean)/deviation for each channel of RGB values x, pixel by pixel; bytes
 * are divided by 255 first, floats lie in [0, 1] already. → the same length, float32.
 *
 * Whoever trains on drawn pixels uses this too, so that the encoder sees files as the training saw them.
 */
export function normalizePixels(rgb: Uint8Array | Uint8ClampedArray | Float32Array): Float32Array {
  if (rgb.length % 3 !== 0) {
    throw new InputError(
      `normalizePixels: rgb must hold three values for each pixel, got ${rgb.length} in all.`,
    );
  }
  const unit = rgb instanceof Float32Array ? 1 : 1 / 255;
  const pixels = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i++) {
    pixels[i] = (rgb[i]! * unit - clipMean[i % 3]!) / clipDeviation[i % 3]!;
  }
  return pixels;
}
