import type { ClipEncoder, RawImage } from '@slipform/clip';
import type { Icon } from '@slipform/icons';
import { drawIcons } from '@slipform/icons/files';

/** Icons that have a drawing, with their vectors. */
export interface EmbeddedIcons {
  readonly icons: readonly Icon[];
  /** [icons, width], of unit length. */
  readonly vectors: Float32Array;
}

/** Draws icons and embeds their drawings, in shades of grey as the model was trained. */
export async function embedIcons(
  encoder: ClipEncoder,
  icons: readonly Icon[],
  cache: string,
): Promise<EmbeddedIcons> {
  const { size, pixels, has } = await drawIcons(icons, { size: 32, cache });
  const drawn = [...icons.keys()].filter(has);
  const area = size * size * 3;
  const pictures = drawn.map((at) => grey(pixels.subarray(at * area, (at + 1) * area), size));
  const rows = await encoder.embedImages(pictures, { batchSize: 256 });
  const width = encoder.model.config.embeddingSize;
  const vectors = new Float32Array(drawn.length * width);
  for (const [at, row] of rows.entries()) vectors.set(row, at * width);
  return { icons: drawn.map((at) => icons[at]!), vectors };
}

/** In three equal channels. */
function grey(rgb: Uint8Array, size: number): RawImage {
  const data = new Uint8Array(rgb.length);
  for (const [at, value] of greyOf(rgb).entries()) data.fill(value, 3 * at, 3 * at + 3);
  return { width: size, height: size, data };
}

/** Luminance of pixels of red, green and blue: Rec. 601, as Pillow's and sharp's greys. */
export function greyOf(rgb: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: rgb.length / 3 }, (_, at) =>
    Math.round(0.299 * rgb[3 * at]! + 0.587 * rgb[3 * at + 1]! + 0.114 * rgb[3 * at + 2]!),
  );
}
