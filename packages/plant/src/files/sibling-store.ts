import { Buffer } from 'node:buffer';
import { createHashedTexts } from '@slipform/kit/text/hashed-texts';
import { maxSiblings } from '../reading/siblings';

/** Captions by image in flat memory: the text itself and some 40 bytes for each caption. */
export interface SiblingStore {
  /** Keeps a caption of an image, unless the image has as many already as are ever looked at. */
  add(imageId: string, caption: string): void;
  /** The kept captions of an image, in the order of the file. Asked again soon, it is the same list. */
  captionsOf(imageId: string): readonly string[];
}

const chunkSize = 4 * 1024 * 1024;
/** Numbers of a caption: its chunk, where it starts there, its bytes, its place in the image, the entry before it (+ 1). */
const width = 5;
/** So many lists are kept, so that what many captions ask for is not read from the chunks for each of them. */
const keptLists = 64;

/** Makes an empty store: a hash table of image ids, a chain of captions for each, texts as UTF-8 in large chunks. */
export function createSiblingStore(): SiblingStore {
  const images = createHashedTexts();
  const chunks: Buffer[] = [];
  const lists = new Map<number, readonly string[]>();
  let used = chunkSize;
  let count = 0;
  let entries = new Uint32Array(width * 1024);

  return {
    add(imageId, caption) {
      const at = images.slotOf(imageId);
      const before = images.values[at]!;
      const place = before === 0 ? 1 : entries[width * (before - 1) + 3]! + 1;
      if (place > maxSiblings) return;
      const length = Buffer.byteLength(caption);
      if (chunks.length === 0 || used + length > chunkSize) {
        chunks.push(Buffer.allocUnsafe(Math.max(chunkSize, length)));
        used = 0;
      }
      chunks.at(-1)!.write(caption, used);
      if (width * (count + 1) > entries.length) {
        const larger = new Uint32Array(entries.length * 2);
        larger.set(entries);
        entries = larger;
      }
      entries.set([chunks.length - 1, used, length, place, before], width * count);
      used += length;
      count += 1;
      images.values[at] = count;
    },
    captionsOf(imageId) {
      const last = images.valueOf(imageId);
      const kept = lists.get(last);
      if (kept) return kept;
      const captions: string[] = [];
      for (let entry = last; entry > 0; ) {
        const row = width * (entry - 1);
        const [chunk = 0, start = 0, length = 0, , before = 0] = entries.subarray(row, row + width);
        captions.push(chunks[chunk]!.toString('utf8', start, start + length));
        entry = before;
      }
      captions.reverse();
      if (lists.size === keptLists) lists.clear();
      lists.set(last, captions);
      return captions;
    },
  };
}
