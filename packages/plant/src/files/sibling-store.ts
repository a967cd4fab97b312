import { createTextTable } from './text-table';

/** Captions by image in flat memory: the text itself and some 40 bytes for each caption. */
export interface SiblingStore {
  add(imageId: string, caption: string): void;
  /** All captions of an image, in the order of the file. */
  captionsOf(imageId: string): string[];
}

const chunkSize = 4 * 1024 * 1024;

/** Makes an empty store: a hash table of image ids, a chain of captions for each, texts as UTF-8 in large chunks. */
export function createSiblingStore(): SiblingStore {
  const images = createTextTable();
  const chunks: Buffer[] = [];
  let used = chunkSize;
  let count = 0;
  // Of each caption: its chunk, where it starts there, its bytes, and the caption of the image before it (+ 1).
  let entries = new Uint32Array(4 * 1024);

  return {
    add(imageId, caption) {
      const length = Buffer.byteLength(caption);
      if (chunks.length === 0 || used + length > chunkSize) {
        chunks.push(Buffer.allocUnsafe(Math.max(chunkSize, length)));
        used = 0;
      }
      const at = images.slotOf(imageId);
      chunks.at(-1)!.write(caption, used);
      if (4 * (count + 1) > entries.length) {
        const larger = new Uint32Array(entries.length * 2);
        larger.set(entries);
        entries = larger;
      }
      entries.set([chunks.length - 1, used, length, images.values[at]!], 4 * count);
      used += length;
      count += 1;
      images.values[at] = count;
    },
    captionsOf(imageId) {
      const captions: string[] = [];
      for (let entry = images.valueOf(imageId); entry > 0; ) {
        const [chunk = 0, start = 0, length = 0, before = 0] = entries.subarray(4 * (entry - 1), 4 * entry);
        captions.push(chunks[chunk]!.toString('utf8', start, start + length));
        entry = before;
      }
      return captions.reverse();
    },
  };
}
