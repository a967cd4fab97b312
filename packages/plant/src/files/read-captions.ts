import { captionFields, captionOf } from '@slipform/kit/captions/caption';
import type { Input } from '@slipform/kit/captions/read-rows';
import { type CaptionRow, type Fields, readRows } from '@slipform/kit/captions/read-rows';
import { inFull } from '@slipform/kit/formats/placed';
import type { Format } from './caption-format';
import type { CaptionBatch, FieldNames, FileCaption, Problem } from './file-caption';
import { keptOf } from './kept';

/**
 * Reads captions in batches; what is broken is reported and left out.
 *
 * @param name what messages call the file
 * @param images files of images by the images' ids, where the file lists them apart from its captions (COCO): those that
 *   are known give captions their file, those of this file are added
 * @throws {InputError} if nothing can be read
 */
export async function* readCaptions(
  name: string,
  input: Input,
  format: Format,
  names: FieldNames = {},
  images?: Map<string, string>,
): AsyncGenerator<CaptionBatch> {
  const { fields, read } = captionReader(names);
  for await (const batch of readRows(name, input, { format, fields, images })) {
    const captions: FileCaption[] = [];
    const problems: Problem[] = [];
    for (const item of batch) {
      if ('problem' in item) {
        problems.push({ message: `${item.place} ${inFull(item)}`, isEncoding: item.isEncoding === true });
        continue;
      }
      try {
        const caption = read(item.value);
        if (caption) captions.push(caption);
      } catch (error) {
        problems.push({ message: `${item.place} ${(error as Error).message}` });
      }
    }
    yield { captions, problems };
  }
}

/** What the miner looks for in a file, and how a row's caption is read: `undefined` where it has none. */
export function captionReader(names: FieldNames) {
  const wanted = captionFields(names);
  const kept = names.keep?.map((name) => [`--keep ${name}`, { names: [name], option: '--keep' }]) ?? [];
  const fields: Fields = { ...wanted, ...Object.fromEntries(kept) };
  const read = (row: CaptionRow): FileCaption | undefined => {
    const caption = captionOf(row, wanted);
    if (caption === undefined) return undefined;
    const imageId = caption.imageId ?? caption.filepath;
    return {
      ...caption,
      // Captions of one file are of one image, whether or not a column says so.
      ...(imageId === undefined ? {} : { imageId }),
      id: captionId(caption.id, row.id, names),
      ...pictureOf(row),
      ...keptOf(row.field, names.keep),
    };
  };
  return { fields, read };
}

/**
 * The id of a caption: the input's own, or where it has none the place in the file, and in a folder of shards the shard's
 * name before it, `00017:3`.
 */
function captionId(own: string | undefined, place: string, { shard }: FieldNames): string {
  return own ?? (shard === undefined ? place : `${shard}:${place}`);
}

/** The picture of a sample: its path and where its bytes lie. */
function pictureOf({ image }: CaptionRow): Pick<FileCaption, 'filepath' | 'picture'> {
  if (image === undefined) return {};
  return { filepath: image.name, picture: { ...image.part, extension: image.extension } };
}
