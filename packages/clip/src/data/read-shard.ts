import { firstFilled } from '@slipform/kit/captions/field-names';
import type { CaptionRow } from '@slipform/kit/captions/read-rows';
import { isJsonObject, ownField } from '@slipform/kit/formats/parse-json';
import { imageExtension, memberJson, memberText, type Sample } from '@slipform/kit/formats/read-samples';
import { InputError } from '../input-error';
import type { ImagePlace, Negative, SourceRow } from './example';
import { namesOf, type RowContext, type SourceFields, shortened } from './file-rows';
import { isWithoutNegative, negativeOf } from './read-negatives';
import type { SkipLog } from './skips';

const hardImageExtension = /^neg[._](image|jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;

/**
 * Reads the samples of a webdataset shard (tar) one by one: `.jpg`, `.png`, `.webp` … the image, `.txt` (else `.json`'s caption)
 * the caption, `.negatives.json` (plant's records) or `.neg_caption` (TripletCLIP's) the hard captions,
 * `.neg.jpg`, `.neg.png` … (or `.neg_jpg`) an image of the first hard caption. The id is the key. A first pass notes where
 * each image lies; its bytes are read when its turn comes. `undefined` is a sample that is left out, with a word in the log.
 */
export function createSampleReader(file: string, context: RowContext, skips: SkipLog) {
  const { needs } = context;
  const reported = new Set<string>();
  const keys = new Set<string>();
  return (row: CaptionRow, read: Sample, place: string): SourceRow | undefined => {
    const sample = look(read, file, skips);
    if (sample.members.length === 0) return undefined;
    // Whether members of this key came before, with others between.
    const isAgain = keys.has(sample.key);
    keys.add(sample.key);
    const caption = needs.caption ? captionOf(row, context.fields) : '';
    const lacking =
      needs.image && sample.image === undefined
        ? 'has no image'
        : caption === undefined
          ? 'has no caption'
          : undefined;
    // Where only one of image and caption is asked for, the members that came before may be the whole of it.
    const isScattered = lacking === undefined ? reported.has(sample.key) : needs.image && needs.caption;
    if (isAgain && isScattered) {
      throw new InputError(
        `${file}: the members of sample ${shortened(sample.key)} do not lie next to each other; write the shard sorted by name, as tar --sort=name does.`,
      );
    }
    if (lacking !== undefined || caption === undefined) {
      if (!isAgain) {
        reported.add(sample.key);
        throw new Error(lacking);
      }
      return undefined;
    }
    return {
      image: needs.image ? sample.image : undefined,
      caption,
      id: sample.key,
      negatives: needs.caption ? negativesOf(sample, caption, place, skips) : [],
      place,
    };
  };
}

/** What of a sample is looked at. */
interface ShardSample extends Sample {
  readonly image: ImagePlace | undefined;
  readonly hardImage: ImagePlace | undefined;
}

/** Where a sample's images lie; what is left out of it is logged. */
function look(sample: Sample, file: string, skips: SkipLog): ShardSample {
  const first = (extension: RegExp, again: string) => {
    const [image, ...others] = sample.members
      .filter((member) => extension.test(member.extension))
      .map(({ name, part }) => ({ file, part, place: `${file} member ${shortened(name)}` }));
    for (const { place } of others) skips.add(place, again);
    return image;
  };
  return {
    ...sample,
    image: first(imageExtension, 'is a second image of its sample; the first is taken'),
    hardImage: first(hardImageExtension, 'is there twice; the first is taken'),
  };
}

function captionOf({ field }: CaptionRow, fields: SourceFields): string | undefined {
  const name = firstFilled(namesOf('caption', fields), field);
  const caption = name === undefined ? undefined : field(name);
  return typeof caption === 'string' && caption.trim() !== '' ? caption : undefined;
}

function negativesOf(sample: ShardSample, caption: string, place: string, skips: SkipLog): Negative[] {
  const withImage = (negative: Negative, i: number): Negative =>
    i === 0 && sample.hardImage !== undefined ? { image: sample.hardImage, ...negative } : negative;
  const records = memberJson(sample, 'negatives.json');
  if (Array.isArray(records)) {
    return records.flatMap((record: unknown, i) => {
      try {
        if (!isJsonObject(record)) throw new Error('is no JSON object');
        const field = (name: string) => ownField(record, name);
        return isWithoutNegative(field) ? [] : [withImage(negativeOf(field, caption, undefined), i)];
      } catch (error) {
        skips.add(`${place} negative ${i + 1}`, (error as Error).message);
        return [];
      }
    });
  }
  const text = memberText(sample, 'neg_caption')?.trim();
  const positive = memberText(sample, 'pos_caption')?.trim();
  return text === undefined || text === '' ? [] : [withImage({ text, ...(positive ? { positive } : {}) }, 0)];
}
