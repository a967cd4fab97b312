import type { ClipEncoder, RawImage } from '@slipform/clip';
import type { Icon } from '@slipform/icons';
import { drawIcons } from '@slipform/icons/files';
import { greyOf } from './grey';

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
