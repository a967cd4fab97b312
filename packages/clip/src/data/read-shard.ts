import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { fileBytes } from '@slipform/kit/file-bytes';
import { unreadable } from '@slipform/kit/file-error';
import { parseJsonPart } from '@slipform/kit/parse-json';
import { longestLine } from '@slipform/kit/read-lines';
import { watchTarEnd } from '@slipform/kit/tar-end';
import { extract, type Header } from 'tar-stream';
import { InputError } from '../input-error';
import { type ImagePlace, largestImage, type Negative, type SourceRow } from './example';
import { shortened } from './in-folder';
import { ownField } from './read-jsonl';
import { negativeOfRecord } from './read-negatives';
import type { RowContext } from './row-of-fields';
import type { SkipLog } from './skips';

const imageExtension = /^(jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;
const hardImageExtension = /^neg_(image|jpe?g|png|webp|gif|bmp|tiff?|avif)$/i;
const textExtension = /^(txt|json|neg_caption|negatives\.json)$/;

/** Webdataset's samples have some five. */
const mostMembers = 1000;

/** What of a sample is there; images stay in the shard. */
interface Sample {
  readonly key: string;
  /** Whether members of this key came before, with others between. */
  readonly again: boolean;
  image?: ImagePlace;
  hardImage?: ImagePlace;
  readonly texts: Map<string, Buffer>;
}

/**
 * The samples of a webdataset shard (tar): `.jpg`, `.png`, `.webp` … the image, `.txt` (else `.json`'s caption)
 * the caption, `.negatives.json` (plant's records) or `.neg_caption` (TripletCLIP's) the hard captions,
 * `.neg_jpg`, `.neg_png` … an image of the first hard caption. The id is the key. A first pass notes where
 * each image lies; its bytes are read when its turn comes.
 */
export async function* readShard(
  file: string,
  context: RowContext,
  skips: SkipLog,
): AsyncGenerator<SourceRow> {
  const { needs } = context;
  const told = new Set<string>();
  for await (const sample of readSamples(file, skips)) {
    const place = `${file} sample ${shortened(sample.key)}`;
    try {
      const lacking = lackingOf(sample, context);
      // Where only one of image and caption is asked for, the members that came before may be the whole of it.
      const isScattered = lacking === undefined ? told.has(sample.key) : needs.image && needs.caption;
      if (sample.again && isScattered) {
        throw new InputError(
          `${file}: the members of sample ${shortened(sample.key)} do not lie next to each other; write the shard sorted by name, as tar --sort=name does.`,
        );
      }
      if (lacking === undefined) yield rowOfSample(sample, place, context, skips);
      else if (!sample.again) {
        told.add(sample.key);
        skips.add(place, lacking);
      }
    } catch (error) {
      if (InputError.isInstance(error)) throw error;
      skips.add(place, (error as Error).message);
    }
  }
}

async function* readSamples(file: string, skips: SkipLog): AsyncGenerator<Sample> {
  const tar = extract();
  const end = watchTarEnd(fileBytes(file), file);
  const source = Readable.from(end.stream, { objectMode: false });
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let sample: Sample | undefined;
  let last = '';
  let members = 0;
  const keys = new Set<string>();
  try {
    for await (const entry of tar) {
      const { header, offset } = entry;
      const { name, type } = header;
      end.member(offset, type === 'directory' ? 0 : (header.size ?? 0));
      const [, key = '', extension = ''] = /^((?:.*\/)?[^./][^./]*)\.([^/]+)$/.exec(name) ?? [];
      const place = `${file} member ${shortened(name)}`;
      const problem = type === 'directory' ? undefined : problemOf(header, key, extension);
      if (problem !== undefined) skips.add(place, problem);
      const wanted = type !== 'directory' && problem === undefined;
      if (wanted && key !== sample?.key) {
        if (sample !== undefined) yield sample;
        sample = { key, again: keys.has(key), texts: new Map() };
        keys.add(key);
        members = 0;
      }
      members += 1;
      if (members > mostMembers) {
        throw new InputError(
          `${file}: the sample ${shortened(key)} has more than ${mostMembers} members; the key of a sample is the name up to its first dot, so name the files of each sample by a key of its own.`,
        );
      }
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of entry as AsyncIterable<Uint8Array>) {
        length += chunk.length;
        if (wanted && textExtension.test(extension)) chunks.push(chunk);
      }
      if (type !== 'directory' && length !== header.size) throw new Error('Unexpected end of data');
      // The member's bytes follow its header, one block of 512 bytes.
      const image: ImagePlace = { file, part: { start: offset + 512, length }, place };
      if (wanted && sample !== undefined) addMember(sample, extension, image, Buffer.concat(chunks), skips);
      last = name;
    }
    end.refuseCut();
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== undefined) throw unreadable(file, error);
    if (last !== '') {
      throw new InputError(
        `${file} is broken or ends too early behind member ${shortened(last)}, so samples would be lost; copy it again, or write it anew.`,
      );
    }
    const gzip = /gunzipped/.test(message) ? ' (shards are read at any place, so they must not be gzip)' : '';
    throw new InputError(
      `${file} is no tar that can be read${gzip}: it is cut off, or of another format; name a tar of files.`,
    );
  } finally {
    source.destroy();
  }
  if (sample !== undefined) yield sample;
}

function problemOf(header: Header, key: string, extension: string): string | undefined {
  const { name, type, size, pax } = header;
  const unsafe =
    /^([/\\]|[a-z]:)/i.test(name) ||
    name.split(/[/\\]/).includes('..') ||
    /\p{Cc}/u.test(name) ||
    name === '';
  if (unsafe) return 'would lie outside of the folder';
  if (type !== 'file' && type !== 'contiguous-file')
    return `is no plain file${type === null ? '' : ` but a ${type}`}`;
  if (
    typeof pax === 'object' &&
    pax !== null &&
    Object.keys(pax).some((field) => field.startsWith('GNU.sparse'))
  ) {
    return 'is a sparse file';
  }
  if (key === '') return 'has no key and extension';
  const most = textExtension.test(extension) ? longestLine : largestImage;
  return size > most ? `has more than ${most / 2 ** 20} MiB` : undefined;
}

function addMember(
  sample: Sample,
  extension: string,
  image: ImagePlace,
  bytes: Buffer,
  skips: SkipLog,
): void {
  const again = 'is there twice; the first is taken';
  if (textExtension.test(extension)) {
    if (sample.texts.has(extension)) skips.add(image.place, again);
    else sample.texts.set(extension, bytes);
  } else if (imageExtension.test(extension)) {
    if (sample.image !== undefined)
      skips.add(image.place, 'is a second image of its sample; the first is taken');
    else sample.image = image;
  } else if (hardImageExtension.test(extension)) {
    if (sample.hardImage !== undefined) skips.add(image.place, again);
    else sample.hardImage = image;
  }
}

/** What a sample must have and has not, in words that follow its place. */
function lackingOf(sample: Sample, { needs, fields }: RowContext): string | undefined {
  if (needs.image && sample.image === undefined) return 'has no image';
  return needs.caption && captionOf(sample, fields.caption) === undefined ? 'has no caption' : undefined;
}

function rowOfSample(
  sample: Sample,
  place: string,
  { needs, fields }: RowContext,
  skips: SkipLog,
): SourceRow {
  const caption = (needs.caption ? captionOf(sample, fields.caption) : undefined) ?? '';
  return {
    image: needs.image ? sample.image : undefined,
    caption,
    id: sample.key,
    negatives: needs.caption ? negativesOf(sample, caption, place, skips) : [],
    place,
  };
}

function captionOf(sample: Sample, field: string | undefined): string | undefined {
  const text = field === undefined ? textOf(sample, 'txt') : undefined;
  if (text !== undefined) return text.replace(/^\ufeff/, '').trim() || undefined;
  const json = jsonOf(sample, 'json');
  if (typeof json !== 'object' || json === null) return undefined;
  const caption = ownField(json, field ?? 'caption');
  return typeof caption === 'string' && caption.trim() !== '' ? caption : undefined;
}

function negativesOf(sample: Sample, caption: string, place: string, skips: SkipLog): Negative[] {
  const withImage = (negative: Negative, i: number): Negative =>
    i === 0 && sample.hardImage !== undefined ? { image: sample.hardImage, ...negative } : negative;
  const records = jsonOf(sample, 'negatives.json');
  if (Array.isArray(records)) {
    return records.flatMap((record: unknown, i) => {
      try {
        return [withImage(negativeOfRecord(record, caption, undefined), i)];
      } catch (error) {
        skips.add(`${place} negative ${i + 1}`, (error as Error).message);
        return [];
      }
    });
  }
  const text = textOf(sample, 'neg_caption')?.trim();
  return text === undefined || text === '' ? [] : [withImage({ text }, 0)];
}

function textOf(sample: Sample, extension: string): string | undefined {
  const bytes = sample.texts.get(extension);
  if (bytes === undefined) return undefined;
  if (!isUtf8(bytes)) throw new Error(`has a .${extension} that is not UTF-8`);
  return bytes.toString('utf8');
}

function jsonOf(sample: Sample, extension: string): unknown {
  const text = textOf(sample, extension);
  if (text === undefined) return undefined;
  try {
    return parseJsonPart(text);
  } catch (error) {
    throw new Error(`has a .${extension} that ${(error as Error).message}`);
  }
}
