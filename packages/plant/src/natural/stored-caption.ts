import type { FileCaption, PicturePlace } from '../files/file-caption';
import { bigintsAsText, textAsBigints } from '../files/journal';
import type { Kept } from '../files/kept';
import type { Reason } from '../reasons';
import { valuesOfLine } from './line-file';

/** A caption as it is kept on the disk while partners are looked for. */
export interface StoredCaption extends FileCaption {
  /** Its place in the file of captions, from 0. */
  readonly place: number;
  /** Where the captions of its image stand in the file of images of its shard; -1 where it stands alone. */
  readonly siblings: number;
  /** Why it can have no partner, whatever other captions there are. */
  readonly reason?: Reason;
}

/** One line; missing fields are null. */
export function lineOf(
  { id, caption, imageId, filepath, picture, kept }: FileCaption,
  place: number,
  siblings: number,
  reason?: Reason,
): string {
  const optional = [imageId, filepath, picture, kept, reason].map((field) => field ?? null);
  return JSON.stringify([id, caption, place, siblings, ...optional], bigintsAsText);
}

type StoredCells = [
  id: string,
  caption: string,
  place: number,
  siblings: number,
  imageId: string | null,
  filepath: string | null,
  picture: PicturePlace | null,
  kept: Kept | null,
  reason: Reason | null,
];

/** The caption of a line that `lineOf` made. */
export function captionOfLine(line: string): StoredCaption {
  const [id, caption, place, siblings, imageId, filepath, picture, kept, reason] = valuesOfLine<StoredCells>(
    line,
    textAsBigints,
  );
  return {
    id,
    caption,
    ...(imageId === null ? {} : { imageId }),
    ...(filepath === null ? {} : { filepath }),
    ...(picture === null ? {} : { picture }),
    place,
    siblings,
    ...(reason === null ? {} : { reason }),
    ...(kept === null ? {} : { kept }),
  };
}

/**
 * What tells one image from another; captions without an id or a file of their image are of different ones. A sample of a
 * tar is an image of its own: the names of its members are those of one shard.
 */
export function imageOf({
  imageId,
  filepath,
  picture,
}: Pick<FileCaption, 'imageId' | 'filepath' | 'picture'>): string | undefined {
  return imageId ?? (picture === undefined ? filepath : undefined);
}
