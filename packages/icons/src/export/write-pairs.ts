import type { WriteInside } from '@slipform/kit/files/write-folder';
import type { Icon, MinimalPair } from '../corpus/icon';
import { fileKey } from './file-key';
import { linePieces, numberedPieces } from './json-pieces';
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
 * SugarCrepe's readers know seven files. Where the last word is another it is mostly the thing ("user plus" aside), and the
 * row stands in `replace_obj`; another word mostly says more of the thing: `replace_att`.
 */
function subsetOf({ slot, icons }: MinimalPair): 'replace_att' | 'replace_obj' {
  return slot === icons[0].words.length - 1 ? 'replace_obj' : 'replace_att';
}

/**
 * Minimal pairs as SugarCrepe is published: `replace_obj.json` and `replace_att.json`, each
 * `{ "0": { filename, caption, negative_caption, … } }`, and the pictures in `images/`. A pair is two rows, since either
 * caption is wrong for the other's picture.
 *
 * @returns the pairs that were written
 */
export async function writeSugarCrepe(
  inside: WriteInside,
  pairs: readonly MinimalPair[],
  draw: DrawAll,
): Promise<MinimalPair[]> {
  const whole = await writePictures(inside, pairs, draw);
  for (const subset of ['replace_obj', 'replace_att'] as const) {
    const own = whole.filter((pair) => subsetOf(pair) === subset);
    if (own.length > 0) await inside(`${subset}.json`, numberedPieces(own.flatMap(rowsOf)));
  }
  return whole;
}

function rowsOf({ id, icons, slot, words }: MinimalPair) {
  return ([0, 1] as const).map((right) => {
    const [own, other] = [icons[right], icons[right === 0 ? 1 : 0]];
    return {
      filename: `${fileKey(own)}.png`,
      caption: own.caption,
      negative_caption: other.caption,
      negative_filename: `${fileKey(other)}.png`,
      pair: id,
      artist: own.artist,
      slot,
      word: words[right],
      negative_word: words[right === 0 ? 1 : 0],
    };
  });
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
