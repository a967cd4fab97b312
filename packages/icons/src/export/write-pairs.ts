import type { WriteInside } from '@slipform/kit/files/write-folder';
import type { Icon, MinimalPair } from '../corpus/icon';
import { fileKey } from './file-key';
import { linePieces } from './json-pieces';
import type { IconPicture } from './picture-stream';

/** Draws these icons; those that have no picture do not come. */
export type DrawAll = (icons: readonly Icon[]) => AsyncIterable<IconPicture>;

/** Pictures of both icons of each pair, once each. @returns the pairs of which both are there */
async function writePictures(
  inside: WriteInside,
  pairs: readonly MinimalPair[],
  draw: DrawAll,
): Promise<MinimalPair[]> {
  const drawn = new Set<string>();
  const icons = new Map(pairs.flatMap((pair) => pair.icons.map((icon) => [icon.id, icon] as const)));
  for await (const { icon, png } of draw([...icons.values()])) {
    await inside(pictureFile(icon), png);
    drawn.add(icon.id);
  }
  return pairs.filter((pair) => pair.icons.every(({ id }) => drawn.has(id)));
}

function pictureFile(icon: Icon): string {
  return `images/${fileKey(icon)}.png`;
}

/**
 * Minimal pairs as Winoground is published: `examples.jsonl`, each line `{ id, image_0, image_1, caption_0, caption_1, … }`,
 * and the pictures in `images/`.
 *
 * @returns the pairs that were written
 */
export async function writeWinoground(
  inside: WriteInside,
  pairs: readonly MinimalPair[],
  draw: DrawAll,
): Promise<MinimalPair[]> {
  const whole = await writePictures(inside, pairs, draw);
  const rows = whole.map(({ id, icons: [first, second], slot, words }, index) => ({
    id: index,
    image_0: fileKey(first),
    image_1: fileKey(second),
    caption_0: first.caption,
    caption_1: second.caption,
    pair: id,
    artist: first.artist,
    slot,
    words,
  }));
  await inside('examples.jsonl', linePieces(rows));
  return whole;
}
