import { join } from 'node:path';
import sharp from 'sharp';

/**
 * Wide, tall, square, large; sides that leave an even and an odd number of pixels over. None is much taller than wide: of
 * such a one that is squashed Pillow 13 resizes columns first, up to 12 rows first, which differs by a byte.
 */
const sizes = [
  [64, 43],
  [47, 58],
  [50, 50],
  [97, 31],
  [320, 213],
  [24, 30],
] as const;

/** Writes pictures with soft shades, edges and fine grain as PNG, which every decoder reads alike. → their paths */
export async function drawPictures(folder: string): Promise<string[]> {
  return Promise.all(
    sizes.map(async ([width, height], at) => {
      const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => {
        const [x, y, channel] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
        const shade = 90 + 80 * Math.sin((x * (channel + 1)) / 17 + (y * (at + 1)) / 23);
        const edge = Math.floor(x / 11) % 2 === Math.floor(y / 7) % 2 ? 40 : 0;
        return shade + edge + ((i * 2_654_435_761) % 31);
      });
      const file = join(folder, `${at}-${width}x${height}.png`);
      await sharp(data, { raw: { width, height, channels: 3 } })
        .png()
        .toFile(file);
      return file;
    }),
  );
}
