/** Mean and standard deviation of each channel in CLIP's training pictures, from OpenAI's code. */
const mean = [0.48145466, 0.4578275, 0.40821073] as const;
const deviation = [0.26862954, 0.26130258, 0.27577711] as const;

/**
 * Pixels as a CLIP model takes them: (x/255 − mean)/standard deviation of each channel. RGB bytes, pixel by pixel → as
 * many float32 values, the same ones that `normalizePixels` of `@slipform/clip` gives.
 */
export function clipPixels(rgb: Uint8Array): Float32Array {
  const unit = 1 / 255;
  const pixels = new Float32Array(rgb.length);
  for (let i = 0; i < rgb.length; i++) pixels[i] = (rgb[i]! * unit - mean[i % 3]!) / deviation[i % 3]!;
  return pixels;
}
