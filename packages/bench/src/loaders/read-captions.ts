import { createCaptionJoin } from '@slipform/kit/captions/caption-join';
import { captionNames, firstFilled, imageNames } from '@slipform/kit/captions/field-names';
import { refuse } from '@slipform/kit/errors/input-error';
import type { JsonEntry } from '@slipform/kit/formats/json-entries';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import { shown } from '@slipform/kit/text/printable';
import { nothingAsked } from '../questions/benchmark';
import { readJsonSource, type Source } from './read-source';
import { type Row, rowOf } from './row';

/** A picture and its captions. */
interface CaptionedImage {
  readonly row: Row;
  /** Name of the picture, with its folder where the file says one. */
  readonly name: string;
  readonly captions: readonly string[];
  /** The image's id, and its captions', as the file has them (COCO's; BLIP's form has none). */
  readonly id: string;
  readonly captionIds: readonly string[];
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

/** The same of a file that has been read. Pictures come in the file's order; those without a caption are left out. */
export function captionsOf({ name, value }: Source, split = 'test'): CaptionedImage[] {
  const files = new Map<string, string>();
  const join = createCaptionJoin({ name, images: files, splits: [split] });
  const rows = new Map<string, Row[]>();
  for (const entry of entriesOf(name, value)) {
    const { list, number } = entry;
    const key = list ? `${list}[${number - 1}]` : String(number - 1);
    const place = list ? undefined : number;
    for (const item of join.add(entry)) {
      if ('problem' in item) return rowOf(name, key, entry.value, place).fail(item.problem);
      const row = rowOf(name, key, item.value.value, place);
      const image = list === 'annotations' ? String(row.value('image_id')) : key;
      const others = rows.get(image);
      if (others) others.push(row);
      else rows.set(image, [row]);
    }
  }
  join.end();
  const isCoco = isJsonObject(value) && Array.isArray(value.annotations);
  const seen = new Set<string>();
  const images = [...(isCoco ? files : rows).keys()].flatMap((image): CaptionedImage[] => {
    const own = rows.get(image);
    if (own?.[0] === undefined) return [];
    const row = own[0];
    const picture = isCoco ? files.get(image)! : textOf(row, imageNames);
    if (seen.has(picture)) return row.fail(`the picture ${picture} comes twice`);
    seen.add(picture);
    return [
      {
        row,
        name: picture,
        captions: own.map((one) => textOf(one, captionNames)),
        id: String(row.value('image_id')),
        captionIds: own.map((one) => String(one.value('id'))),
      },
    ];
  });
  if (images.length === 0) throw nothingAsked(`${name} holds no pictures with captions.`);
  return images;
}

/** The entries of a file that was parsed whole; images before the annotations that belong to them. */
function entriesOf(name: string, value: unknown): JsonEntry[] {
  const entries = (list: JsonEntry['list'], all: readonly unknown[]) =>
    Array.from(all, (value, i) => ({ list, number: i + 1, value }));
  if (Array.isArray(value)) return entries(undefined, value);
  if (isJsonObject(value) && Array.isArray(value.images)) {
    const annotations = Array.isArray(value.annotations) ? value.annotations : [];
    return [...entries('images', value.images), ...entries('annotations', annotations)];
  }
  refuse(
    undefined,
    name,
    `must be captions in Karpathy's form (images with sentences), BLIP's (a list of image and caption) or COCO's (images and annotations)`,
    shown(value),
  );
}

/** The first of the usual fields that is filled. */
const textOf = (row: Row, names: readonly string[]) => row.text(firstFilled(names, row.value) ?? names[0]!);
