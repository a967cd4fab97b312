import { InputError } from '@slipform/kit/input-error';
import { kindOf } from '../checks/kind-of';
import { readJsonSource, type Source } from './read-source';
import { isObject, type Row, rowOf } from './row';

/** A picture and its captions. */
interface CaptionedImage {
  readonly row: Row;
  /** Name of the picture, with its folder where the file says one. */
  readonly name: string;
  readonly captions: readonly string[];
}

export interface CaptionFile {
  readonly source: Source;
  readonly images: CaptionedImage[];
}

/**
 * Pictures with their captions from any of the three forms that COCO's and Flickr30k's are published in: Karpathy's
 * `{ images: [ { filename, split, sentences: [ { raw } ] } ] }`, BLIP's `[ { image, caption: […] } ]` of the same
 * split, and COCO's own `{ images: [ { id, file_name } ], annotations: [ { image_id, caption } ] }`.
 *
 * @param split of Karpathy's file; default `test`
 */
export function readCaptions(place: string, file: unknown, split?: string): CaptionFile {
  const source = readJsonSource(place, file);
  return { source, images: captionsOf(source, split) };
}

/** The same of a file that has been read. */
export function captionsOf({ name, value }: Source, split = 'test'): CaptionedImage[] {
  const images = Array.isArray(value)
    ? blipRows(name, value)
    : isObject(value) && Array.isArray(value.annotations)
      ? cocoRows(name, value)
      : isObject(value) && Array.isArray(value.images)
        ? karpathyRows(name, value.images, split)
        : undefined;
  if (!images) {
    throw new InputError(
      `${name} must be captions in Karpathy's form (images with sentences), BLIP's (a list of image and caption) or COCO's (images and annotations), got ${kindOf(value)}`,
    );
  }
  if (images.length === 0) throw new InputError(`${name} holds no pictures with captions`);
  const seen = new Set<string>();
  for (const { name: picture, row } of images) {
    if (seen.has(picture)) row.fail(`the picture ${picture} comes twice`);
    seen.add(picture);
  }
  return images;
}

function karpathyRows(name: string, list: readonly unknown[], split: string): CaptionedImage[] {
  const splits = new Set<unknown>();
  const found = list.flatMap((entry, index) => {
    const row = rowOf(name, `images[${index}]`, entry);
    splits.add(row.value('split'));
    if (row.value('split') !== split) return [];
    const sentences = row.value('sentences');
    if (!Array.isArray(sentences) || sentences.length === 0)
      return row.fail('sentences must be a list that is not empty');
    const captions = sentences.map((sentence, place) =>
      rowOf(name, `images[${index}].sentences[${place}]`, sentence).text('raw'),
    );
    const folder = row.value('filepath');
    const filename = row.text('filename');
    return [
      { row, name: typeof folder === 'string' && folder ? `${folder}/${filename}` : filename, captions },
    ];
  });
  if (found.length === 0 && list.length > 0) {
    throw new InputError(`${name} has no pictures of the split ${split}; it has ${[...splits].join(', ')}`);
  }
  return found;
}

function blipRows(name: string, list: readonly unknown[]): CaptionedImage[] {
  return list.map((entry, index) => {
    const row = rowOf(name, String(index), entry);
    const captions = [row.value('caption')].flat();
    if (captions.length === 0 || !captions.every((text) => typeof text === 'string' && text.trim() !== '')) {
      row.fail(`caption must be a text or a list of texts, got ${kindOf(row.value('caption'))}`);
    }
    return { row, name: row.text('image'), captions: captions as string[] };
  });
}

function cocoRows(name: string, file: Readonly<Record<string, unknown>>): CaptionedImage[] {
  if (!Array.isArray(file.images))
    throw new InputError(`${name}: images must be a list, got ${kindOf(file.images)}`);
  const captions = new Map<number, string[]>();
  (file.annotations as readonly unknown[]).forEach((entry, index) => {
    const row = rowOf(name, `annotations[${index}]`, entry);
    const id = row.number('image_id');
    const own = captions.get(id) ?? [];
    own.push(row.text('caption'));
    captions.set(id, own);
  });
  return file.images.flatMap((entry, index) => {
    const row = rowOf(name, `images[${index}]`, entry);
    const own = captions.get(row.number('id'));
    return own ? [{ row, name: row.text('file_name'), captions: own }] : [];
  });
}
