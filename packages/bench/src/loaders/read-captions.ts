import { captionObjects, isKarpathyImage } from '@slipform/kit/captions/caption-objects';
import { captionNames, firstFilled, imageNames } from '@slipform/kit/captions/field-names';
import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';
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
      `${name} must be captions in Karpathy's form (images with sentences), BLIP's (a list of image and caption) or COCO's (images and annotations), got ${shown(value)}.`,
    );
  }
  if (images.length === 0) throw new InputError(`${name} holds no pictures with captions.`);
  const seen = new Set<string>();
  for (const { name: picture, row } of images) {
    if (seen.has(picture)) row.fail(`the picture ${picture} comes twice`);
    seen.add(picture);
  }
  return images;
}

function karpathyRows(name: string, list: readonly unknown[], split: string): CaptionedImage[] {
  const splits = new Set<string>();
  const found = list.flatMap((entry, index) => {
    const row = rowOf(name, `images[${index}]`, entry);
    splits.add(String(row.value('split')));
    if (row.value('split') !== split) return [];
    if (!isKarpathyImage(entry)) return row.fail('sentences must be a list');
    row.text('filename');
    return [captionedImage(name, row, entry, 'filepath')];
  });
  if (found.length === 0 && list.length > 0) {
    throw new InputError(`${name} has no image of the split ${split}; it has ${[...splits].join(', ')}.`);
  }
  return found;
}

function blipRows(name: string, list: readonly unknown[]): CaptionedImage[] {
  return list.map((entry, index) => captionedImage(name, rowOf(name, String(index), entry), entry, 'image'));
}

/** An image with all of its captions, which must be texts that are not empty. */
function captionedImage(name: string, row: Row, entry: unknown, file: 'filepath' | 'image'): CaptionedImage {
  const objects = attempt(() => captionObjects(entry, 1), row);
  const rows = objects.map(({ value }) => rowOf(name, row.key, value));
  if (rows[0] === undefined) return row.fail('caption must be a text or a list of texts, got an empty list');
  return {
    row,
    name: textOf(rows[0], imageNames, file),
    captions: rows.map((one) => textOf(one, captionNames)),
  };
}

/** The first of the usual fields that is filled; `named` is what an error asks for where none is. */
const textOf = (row: Row, names: readonly string[], named = names[0]!) =>
  row.text(firstFilled(names, row.value) ?? named);

function attempt<T>(read: () => T, row: Row): T {
  try {
    return read();
  } catch (error) {
    return row.fail((error as Error).message);
  }
}

function cocoRows(name: string, file: Readonly<Record<string, unknown>>): CaptionedImage[] {
  if (!Array.isArray(file.images))
    throw new InputError(`${name}: images must be a list, got ${shown(file.images)}.`);
  const captions = new Map<number, string[]>();
  (file.annotations as readonly unknown[]).forEach((entry, index) => {
    const row = rowOf(name, `annotations[${index}]`, entry);
    const id = row.number('image_id');
    const own = captions.get(id) ?? [];
    own.push(textOf(row, captionNames));
    captions.set(id, own);
  });
  return file.images.flatMap((entry, index) => {
    const row = rowOf(name, `images[${index}]`, entry);
    const own = captions.get(row.number('id'));
    return own ? [{ row, name: textOf(row, imageNames, 'file_name'), captions: own }] : [];
  });
}
