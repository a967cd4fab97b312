import { captionObjects, isKarpathyImage, ownField } from '@slipform/kit/formats/caption-objects';
import { readJsonEntries } from '@slipform/kit/formats/json-entries';
import type { PlacedValue } from '@slipform/kit/formats/placed';
import { captionOfObject, filepathFields } from './caption-of-object';
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
  const captionEntries = async function* (): AsyncGenerator<PlacedValue<unknown>[]> {
    for await (const entries of readJsonEntries(stream, name)) {
      const items: PlacedValue<unknown>[] = [];
      for (const { list, number, value } of entries) {
        if (list === 'images' && !isKarpathyImage(value)) continue;
        if (list === 'images') {
          refuseFields(name, fields, "holds Karpathy's splits, whose fields have their own names");
        }
        items.push({ place: `${list?.replace(/s$/, '') ?? 'entry'} ${number}`, number, value });
      }
      yield items;
    }
  };
  yield* gatherCaptions(captionEntries(), ({ value, number }) =>
    captionObjects(value, number).map((one) => captionOfObject(one.value, one.id, fields)),
  );
}

/** Image id → file name of COCO's `images`, which may stand before or behind the captions. */
export async function readImageNames(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for await (const entries of readJsonEntries(stream, name)) {
    for (const { value, list } of entries) {
      if (list !== 'images' || typeof value !== 'object' || value === null) continue;
      const id = ownField(value, 'id');
      const file = filepathFields
        .map((field) => ownField(value, field))
        .find((path) => typeof path === 'string');
      if (file !== undefined && (typeof id === 'number' || typeof id === 'string')) {
        names.set(String(id), file);
      }
    }
  }
  return names;
}
