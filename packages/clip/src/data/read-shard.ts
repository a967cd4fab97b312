import { fileBytes } from '@slipform/kit/files/file-bytes';
import { ownField } from '@slipform/kit/formats/caption-objects';
import { firstFilled } from '@slipform/kit/formats/field-names';
import { isJsonObject } from '@slipform/kit/formats/parse-json';
import {
  imageExtension,
  memberJson,
  memberText,
  readSamples,
  type Sample,
} from '@slipform/kit/formats/read-samples';
import { InputError } from '../input-error';
import type { ImagePlace, Negative, SourceRow } from './example';
import { shortened } from './in-folder';
import { isWithoutNegative, negativeOfRecord } from './read-negatives';
import { namesOf, type RowContext, type SourceFields } from './row-of-fields';
import type { SkipLog } from './skips';

const hardImageExtension = /^neg[._](image|jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;

/**
 * The samples of a webdataset shard (tar): `.jpg`, `.png`, `.webp` … the image, `.txt` (else `.json`'s caption)
 * the caption, `.negatives.json` (plant's records) or `.neg_caption` (TripletCLIP's) the hard captions,
 * `.neg.jpg`, `.neg.png` … (or `.neg_jpg`) an image of the first hard caption. The id is the key. A first pass notes where
 * each image lies; its bytes are read when its turn comes.
 */
export async function* readShard(
  file: string,
  context: RowContext,
  skips: SkipLog,
): AsyncGenerator<SourceRow> {
  const { needs } = context;
  const reported = new Set<string>();
  const keys = new Set<string>();
  for await (const read of readSamples(fileBytes(file), { name: file, hold: 'texts' })) {
    const sample = look(read, file, skips);
    if (sample.members.length === 0) continue;
    // Whether members of this key came before, with others between.
    const isAgain = keys.has(sample.key);
    keys.add(sample.key);
    const place = `${file} sample ${shortened(sample.key)}`;
    try {
      const lacking = lackingOf(sample, context);
      // Where only one of image and caption is asked for, the members that came before may be the whole of it.
      const isScattered = lacking === undefined ? reported.has(sample.key) : needs.image && needs.caption;
      if (isAgain && isScattered) {
        throw new InputError(
          `${file}: the members of sample ${shortened(sample.key)} do not lie next to each other; write the shard sorted by name, as tar --sort=name does.`,
        );
      }
      if (lacking === undefined) yield rowOfSample(sample, place, context, skips);
      else if (!isAgain) {
        reported.add(sample.key);
        skips.add(place, lacking);
      }
    } catch (error) {
      if (InputError.isInstance(error)) throw error;
      skips.add(place, (error as Error).message);
    }
  }
}

/** What of a sample is looked at. */
interface ShardSample extends Sample {
  readonly image: ImagePlace | undefined;
  readonly hardImage: ImagePlace | undefined;
}

/** Where a sample's images lie; what is left out of it is logged. */
function look(sample: Sample, file: string, skips: SkipLog): ShardSample {
  for (const { place, problem } of sample.problems) skips.add(`${file} ${place}`, problem);
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

/** What a sample must have and has not, in words that follow its place. */
function lackingOf(sample: ShardSample, { needs, fields }: RowContext): string | undefined {
  if (needs.image && sample.image === undefined) return 'has no image';
  return needs.caption && captionOf(sample, fields) === undefined ? 'has no caption' : undefined;
}

function rowOfSample(
  sample: ShardSample,
  place: string,
  { needs, fields }: RowContext,
  skips: SkipLog,
): SourceRow {
  const caption = (needs.caption ? captionOf(sample, fields) : undefined) ?? '';
  return {
    image: needs.image ? sample.image : undefined,
    caption,
    id: sample.key,
    negatives: needs.caption ? negativesOf(sample, caption, place, skips) : [],
    place,
  };
}

function captionOf(sample: Sample, fields: SourceFields): string | undefined {
  const text = fields.caption === undefined ? memberText(sample, 'txt') : undefined;
  if (text !== undefined) return text.trim() || undefined;
  const json = memberJson(sample, 'json');
  if (!isJsonObject(json)) return undefined;
  const name = firstFilled(namesOf('caption', fields), (each) => ownField(json, each));
  const caption = name === undefined ? undefined : ownField(json, name);
  return typeof caption === 'string' && caption.trim() !== '' ? caption : undefined;
}

function negativesOf(sample: ShardSample, caption: string, place: string, skips: SkipLog): Negative[] {
  const withImage = (negative: Negative, i: number): Negative =>
    i === 0 && sample.hardImage !== undefined ? { image: sample.hardImage, ...negative } : negative;
  const records = memberJson(sample, 'negatives.json');
  if (Array.isArray(records)) {
    return records.flatMap((record: unknown, i) => {
      if (isWithoutNegative(record)) return [];
      try {
        return [withImage(negativeOfRecord(record, caption, undefined), i)];
      } catch (error) {
        skips.add(`${place} negative ${i + 1}`, (error as Error).message);
        return [];
      }
    });
  }
  const text = memberText(sample, 'neg_caption')?.trim();
  return text === undefined || text === '' ? [] : [withImage({ text }, 0)];
}
