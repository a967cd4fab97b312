import { Buffer } from 'node:buffer';
import type { CaptionSource } from '@slipform/kit/captions/read-rows';
import { createHashedTexts } from '@slipform/kit/text/hashed-texts';
import { quoted } from '@slipform/kit/text/printable';
import { maxSiblings } from '../reading/siblings';
import type { Format } from './caption-format';
import type { FieldNames, FileCaption } from './file-caption';
import { readCaptions } from './read-captions';

/** The captions of an image, wherever they stand in the file, as far as they are looked at. */
type SiblingsOf = (imageId: string) => readonly string[];

/** What a look at the whole file shows before a caption is mined. */
export interface Outlook {
  /** Missing where the captions of each image follow each other: they meet in their block. */
  readonly siblingsOf?: SiblingsOf;
  /** Files of images by the images' ids, where the file lists them apart from its captions (COCO). */
  readonly imageFiles: Map<string, string>;
}

/**
 * Looks whether the captions of each image follow each other. If they do, no caption is held. If not, a second look
 * keeps them, about 100 bytes each.
 *
 * @param warn is called with a sentence if an image has more captions than are looked at
 * @param onCaption is called with each caption at least once
 */
export async function lookAhead(...look: Parameters<typeof lookThrough>): Promise<Outlook> {
  const { imageFiles, areTogether } = await lookThrough(...look);
  if (areTogether) return { imageFiles };
  const [source, format, fields] = look;
  const store = createSiblingStore();
  for await (const { captions } of readCaptions(source.name, source.open(), format, fields)) {
    for (const { imageId, caption } of captions) if (imageId !== undefined) store.add(imageId, caption);
  }
  return { siblingsOf: store.captionsOf, imageFiles };
}

/**
 * The part of `lookAhead` that needs no memory for captions: where the file lists the files of its images, and whether
 * images have more captions than are looked at, and whether these follow each other.
 */
export async function lookThrough(
  source: CaptionSource,
  format: Format,
  fields: FieldNames,
  warn: (message: string) => void,
  onCaption?: (caption: FileCaption) => void,
): Promise<Outlook & { readonly areTogether: boolean }> {
  const imageFiles = new Map<string, string>();
  if (format === 'text') return { imageFiles, areTogether: true };
  const crowds = new Crowds();
  let areTogether = true;
  let last: string | undefined;
  for await (const { captions } of readCaptions(source.name, source.open(), format, fields, imageFiles)) {
    for (const caption of captions) {
      onCaption?.(caption);
      const { imageId } = caption;
      if (imageId !== undefined && crowds.add(imageId) > 1 && imageId !== last) areTogether = false;
      last = imageId;
    }
  }
  crowds.tell(warn);
  return { imageFiles, areTogether };
}

/** The part of `lookAhead` about siblings. */
export async function findSiblings(...look: Parameters<typeof lookAhead>): Promise<SiblingsOf | undefined> {
  return (await lookAhead(...look)).siblingsOf;
}

/** Images with more captions than are looked at: most often the column is not the image. */
class Crowds {
  readonly #counts = createHashedTexts();
  #images = 0;
  #largest = '';
  #most = 0;

  /** Returns how many captions the image has so far. */
  add(imageId: string): number {
    const at = this.#counts.slotOf(imageId);
    const count = this.#counts.values[at]! + 1;
    this.#counts.values[at] = count;
    if (count <= maxSiblings) return count;
    if (count === maxSiblings + 1) this.#images += 1;
    if (count > this.#most) {
      this.#most = count;
      this.#largest = imageId;
    }
    return count;
  }

  tell(warn: (message: string) => void): void {
    if (this.#images === 0) return;
    const others = this.#images === 1 ? '' : ` (${this.#images} images have so many)`;
    warn(
      `image ${quoted(this.#largest)} has ${this.#most} captions, of which ${maxSiblings} are compared with the others${others}; is that column the image?`,
    );
  }
}

/** Captions by image in flat memory: the text itself and some 40 bytes for each caption. */
interface SiblingStore {
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
