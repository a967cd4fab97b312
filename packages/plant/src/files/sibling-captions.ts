import type { Format } from './caption-format';
import { openInput } from './open-input';
import { readCaptions } from './read-captions';

/**
 * Image id → its captions, from a first pass over a file. It holds the captions' text, about 100 bytes for each;
 * without image ids, nothing.
 */
export async function readSiblingCaptions(file: string, format: Format): Promise<Map<string, string[]>> {
  const captionsOf = new Map<string, string[]>();
  if (format === 'text') return captionsOf;
  for await (const { captions } of readCaptions(file, openInput(file).stream, format)) {
    for (const { imageId, caption } of captions) {
      if (imageId === undefined) continue;
      const others = captionsOf.get(imageId);
      if (others) others.push(caption);
      else captionsOf.set(imageId, [caption]);
    }
  }
  return captionsOf;
}
