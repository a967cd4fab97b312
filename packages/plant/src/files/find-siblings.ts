import { quoted } from '@slipform/kit/text/printable';
import { createTextTable } from '@slipform/kit/text/text-table';
import { mostSiblings } from '../reading/siblings';
import type { Format } from './caption-format';
import type { CaptionSource } from './caption-source';
import type { FieldNames, FileCaption } from './file-caption';
import { readCaptions } from './read-captions';
import { createSiblingStore } from './sibling-store';

/** The captions of an image, wherever they stand in the file, as far as they are looked at. */
export type SiblingsOf = (imageId: string) => readonly string[];

/** What a look at the whole file shows before a caption is mined. */
export interface Outlook {
  /** Missing where the captions of each image follow each other: they meet in their block. */
  readonly siblingsOf?: SiblingsOf;
  /** Files of images by the images' ids, where the file lists them apart from its captions (COCO). */
  readonly imageFiles: ReadonlyMap<string, string>;
}

/**
 * Looks whether the captions of each image follow each other. If they do, no caption is held. If not, a second look
 * keeps them, about 100 bytes each.
 *
 * @param warn is called with a sentence if an image has more captions than are looked at
 * @param onCaption is called with each caption at least once
 */
export async function lookAhead(
  source: CaptionSource,
  format: Format,
  fields: FieldNames,
  warn: (message: string) => void,
  onCaption?: (caption: FileCaption) => void,
): Promise<Outlook> {
  const imageFiles = new Map<string, string>();
  if (format === 'text') return { imageFiles };
  let crowds = new Crowds();
  if (await areTogether(source, format, fields, crowds, imageFiles, onCaption)) {
    crowds.tell(warn);
    return { imageFiles };
  }
  crowds = new Crowds();
  const store = createSiblingStore();
  for await (const captions of readNoting(imageFiles, source, format, fields)) {
    for (const whole of captions) {
      onCaption?.(whole);
      const { imageId, caption } = whole;
      if (imageId === undefined) continue;
      store.add(imageId, caption);
      crowds.add(imageId);
    }
  }
  crowds.tell(warn);
  return { siblingsOf: store.captionsOf, imageFiles };
}

/**
 * The part of `lookAhead` that needs no memory for captions: where the file lists the files of its images, and whether
 * images have more captions than are looked at.
 */
export async function lookThrough(
  source: CaptionSource,
  format: Format,
  fields: FieldNames,
  warn: (message: string) => void,
  onCaption?: (caption: FileCaption) => void,
): Promise<Outlook> {
  const imageFiles = new Map<string, string>();
  if (format === 'text') return { imageFiles };
  const crowds = new Crowds();
  for await (const captions of readNoting(imageFiles, source, format, fields)) {
    for (const caption of captions) {
      onCaption?.(caption);
      if (caption.imageId !== undefined) crowds.add(caption.imageId);
    }
  }
  crowds.tell(warn);
  return { imageFiles };
}

/** The captions of a file, a batch at a time; notes the files of images on the way. */
async function* readNoting(
  imageFiles: Map<string, string>,
  source: CaptionSource,
  format: Format,
  fields: FieldNames,
): AsyncGenerator<readonly FileCaption[]> {
  for await (const batch of readCaptions(source.name, source.open(), format, fields)) {
    for (const [imageId, path] of batch.imageFiles ?? []) imageFiles.set(imageId, path);
    yield batch.captions;
  }
}

/** The part of `lookAhead` about siblings. */
export async function findSiblings(...look: Parameters<typeof lookAhead>): Promise<SiblingsOf | undefined> {
  return (await lookAhead(...look)).siblingsOf;
}

async function areTogether(
  source: CaptionSource,
  format: Format,
  fields: FieldNames,
  crowds: Crowds,
  imageFiles: Map<string, string>,
  onCaption?: (caption: FileCaption) => void,
): Promise<boolean> {
  const seen = createTextTable();
  let last: string | undefined;
  for await (const captions of readNoting(imageFiles, source, format, fields)) {
    for (const caption of captions) {
      onCaption?.(caption);
      const { imageId } = caption;
      if (imageId !== undefined) crowds.add(imageId);
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

/** Images with more captions than are looked at: most often the column is not the image. */
class Crowds {
  readonly #counts = createTextTable();
  #images = 0;
  #largest = '';
  #most = 0;

  add(imageId: string): void {
    const at = this.#counts.slotOf(imageId);
    const count = this.#counts.values[at]! + 1;
    this.#counts.values[at] = count;
    if (count <= mostSiblings) return;
    if (count === mostSiblings + 1) this.#images += 1;
    if (count <= this.#most) return;
    this.#most = count;
    this.#largest = imageId;
  }

  tell(warn: (message: string) => void): void {
    if (this.#images === 0) return;
    const others = this.#images === 1 ? '' : ` (${this.#images} images have so many)`;
    warn(
      `image ${quoted(this.#largest)} has ${this.#most} captions, of which ${mostSiblings} are compared with the others${others}; is that column the image?`,
    );
  }
}
