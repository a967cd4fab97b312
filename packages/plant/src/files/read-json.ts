import { captionObjects, isKarpathyImage, ownField } from '@slipform/kit/formats/caption-objects';
import { readJsonEntries } from '@slipform/kit/formats/json-entries';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import type { PlacedValue } from '@slipform/kit/formats/placed';
import { captionOfObject, filepathOf } from './caption-of-object';
import type { CaptionBatch, FieldNames } from './file-caption';
import { gatherCaptions } from './gather-captions';
import { refuseFields } from './missing-field';

/**
 * COCO captions (`annotations`), Karpathy's splits (`images` with `sentences`), or a list of objects with a caption each,
 * or several (BLIP's); read as a stream, with one entry at a time in memory.
 */
export async function* readJson(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  fields: FieldNames,
): AsyncGenerator<CaptionBatch> {
  let imageFiles: [imageId: string, file: string][] = [];
  const captionEntries = async function* (): AsyncGenerator<PlacedValue<unknown>[]> {
    for await (const entries of readJsonEntries(stream, name)) {
      const items: PlacedValue<unknown>[] = [];
      for (const { list, number, value } of entries) {
        if (list === 'images' && !isKarpathyImage(value)) {
          imageFiles.push(...fileOfImage(value));
          continue;
        }
        if (list === 'images') {
          refuseFields(name, fields, "holds Karpathy's splits, whose fields have their own names");
        }
        items.push({ place: `${list?.replace(/s$/, '') ?? 'entry'} ${number}`, number, value });
      }
      yield items;
    }
  };
  const batches = gatherCaptions(captionEntries(), ({ value, number }) =>
    captionObjects(value, number).map((one) => captionOfObject(one.value, one.id, fields)),
  );
  for await (const batch of batches) {
    yield imageFiles.length === 0 ? batch : { ...batch, imageFiles };
    imageFiles = [];
  }
}

/** The id of one of COCO's images with its file; nothing where it lacks one of the two. */
function fileOfImage(value: unknown): [imageId: string, file: string][] {
  if (!isJsonObject(value)) return [];
  const id = ownField(value, 'id');
  const file = filepathOf(value);
  return file !== undefined && (typeof id === 'number' || typeof id === 'string') ? [[String(id), file]] : [];
}
