import { InputError } from '@slipform/concreteness';
import type { Pair } from '../audit/pair';
import { counted } from '../counted';
import { formatOf } from '../files/caption-format';
import type { FieldNames } from '../files/file-caption';
import { nameOf, openInput } from '../files/open-input';
import { readCaptions } from '../files/read-captions';

/** Counts the captions that were mined, and finds the images of the judged ones. */
export async function lookUpCaptions(file: string, fields: FieldNames, judged: readonly Pair[]) {
  const wanted = new Set(judged.flatMap(({ id, imageId }) => (imageId === undefined ? (id ?? []) : [])));
  const images = new Map<string, string>();
  // Our records repeat the caption as the file has it; others may have trimmed or corrected theirs.
  const ours = new Set(judged.flatMap(({ keyword, caption }) => (keyword ? [caption] : [])));
  const sought = ours.size;
  let captions = 0;
  for await (const batch of readCaptions(nameOf(file), openInput(file), formatOf(file), fields)) {
    captions += batch.captions.length;
    for (const { id, caption, imageId } of batch.captions) {
      ours.delete(caption);
      if (imageId !== undefined && wanted.has(id)) images.set(id, imageId);
    }
  }
  return {
    captions,
    /** Captions of our records, and how many of them are not in the file. */
    sought,
    missing: ours.size,
    withImage: (pair: Pair): Pair => {
      const imageId = pair.imageId ?? (pair.id === undefined ? undefined : images.get(pair.id));
      return imageId === undefined ? pair : { ...pair, imageId };
    },
  };
}

/** The coverage of another file would be nonsense. @throws {InputError} if the negatives were not mined from it */
export function refuseOtherCaptions(
  file: string,
  captionsFile: string,
  captionsWithNegative: number,
  { captions, sought, missing }: { captions: number; sought: number; missing: number },
): void {
  if (captionsWithNegative <= captions && missing === 0) return;
  const fault =
    missing > 0
      ? `${missing} of ${counted(sought, 'caption')} looked up are not in it`
      : `it holds ${counted(captions, 'caption')}, and ${captionsWithNegative} have a negative`;
  throw new InputError(
    `--captions ${nameOf(captionsFile)} must be the file that ${nameOf(file)} was mined from, but ${fault}; name that file, or pass --summary instead.`,
  );
}
