import type { Format } from './caption-format';
import type { FieldNames } from './file-caption';
import { openInput } from './open-input';
import { readCaptions } from './read-captions';
import { createSiblingStore } from './sibling-store';
import { createTextTable } from './text-table';

/** The captions of an image, wherever they stand in the file. */
export type SiblingsOf = (imageId: string) => readonly string[];

/**
 * Looks whether the captions of each image follow each other. If they do, nothing is held and `undefined` is
 * returned: they meet in their block. If not, a second look keeps the captions, about 100 bytes each.
 */
export async function findSiblings(
  file: string,
  format: Format,
  fields: FieldNames,
): Promise<SiblingsOf | undefined> {
  if (format === 'text' || (await areTogether(file, format, fields))) return undefined;
  const store = createSiblingStore();
  for await (const { captions } of readCaptions(file, openInput(file), format, fields)) {
    for (const { imageId, caption } of captions) if (imageId !== undefined) store.add(imageId, caption);
  }
  return store.captionsOf;
}

async function areTogether(file: string, format: Format, fields: FieldNames): Promise<boolean> {
  const seen = createTextTable();
  let last: string | undefined;
  for await (const { captions } of readCaptions(file, openInput(file), format, fields)) {
    for (const { imageId } of captions) {
      if (imageId === last) continue;
      last = imageId;
      if (imageId === undefined) continue;
      const at = seen.slotOf(imageId);
      if (seen.values[at] !== 0) return false;
      seen.values[at] = 1;
    }
  }
  return true;
}
