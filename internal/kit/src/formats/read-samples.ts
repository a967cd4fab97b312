import { Buffer, isUtf8 } from 'node:buffer';
import { extract, type Header } from 'tar-stream';
import { codeOf, unreadable } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { isGzip } from '../files/is-gzip';
import { longestLine } from '../files/read-lines';
import { quoted } from '../text/printable';
import { feed } from '../threads/feed';
import { parseJsonPart } from './parse-json';
import type { PlacedProblem } from './placed';

export interface SampleMember {
  readonly name: string;
  /** What follows the key: "jpg", "neg_caption". */
  readonly extension: string;
  /** Where its bytes lie in the tar. */
  readonly part: { readonly start: number; readonly length: number };
  /** `undefined` where the reader asked for texts alone and this is not a text. */
  readonly bytes: Buffer | undefined;
}

/** A sample of a webdataset: the members that follow each other with one key. */
export interface Sample {
  readonly key: string;
  readonly members: readonly SampleMember[];
  /** Members that are left out. */
  readonly problems: readonly PlacedProblem[];
}

export interface ReadSamplesOptions {
  /** What messages begin with, such as the file's path. */
  readonly name: string;
  /** Which members are held: those that may be texts, or all of them. */
  readonly hold: 'texts' | 'everything';
}

export const imageExtension = /^(jpe?g|png|webp|gif|bmp|tiff?|avif|image)$/i;
/** What readers look into: captions, fields, and the negatives as TripletCLIP and slipform-plant write them. */
const textExtension = /^(txt|json|neg_caption|pos_caption|negatives\.json)$/;

/** A larger file is not taken for an image, since it would be held whole. */
export const largestImage = 256 * 2 ** 20;
/** Webdataset's samples have some five members. */
const maxMembers = 1000;
const maxHeld = { texts: 4 * longestLine, everything: 2 * largestImage };

/**
 * The samples of a webdataset shard (tar). The key of a member is its name up to the first dot of its last part.
 * Nothing is written by a member's name; members whose name would leave the folder, links and devices are left out, and
 * so are those that are larger than a text or an image can be. Held is one sample.
 *
 * @throws {InputError} if the tar is cut off or broken, or one key has more members than a sample can have
 */
export async function* readSamples(
  stream: AsyncIterable<Uint8Array>,
  { name: file, hold }: ReadSamplesOptions,
): AsyncGenerator<Sample> {
  const tar = extract();
  const end = watchTarEnd(stream, file);
  const stop = feed(end.stream, tar);
  let sample = emptySample('');
  let held = 0;
  let last: string | undefined;
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header;
      end.member(entry.offset, type === 'directory' ? 0 : size);
      if (type === 'directory') {
        entry.resume();
        continue;
      }
      const [, key = '', extension = ''] = /^((?:.*\/)?[^./][^./]*)\.([^/]+)$/.exec(name) ?? [];
      const isText = textExtension.test(extension);
      const isHeld = isText || hold === 'everything';
      if (key !== '' && key !== sample.key && !isUnsafe(name)) {
        if (countOf(sample) > 0) yield sample;
        sample = emptySample(key);
        held = 0;
      }
      if (countOf(sample) >= maxMembers) {
        throw new InputError(
          `${file}: the sample ${quoted(sample.key)} has more than ${maxMembers} members; the key of a sample is the name up to its first dot, so name the files of each sample by a key of its own.`,
        );
      }
      if (isHeld) held += size;
      const problem =
        problemOf(entry.header, key, isText) ??
        (sample.members.some((member) => member.name === name)
          ? 'is there twice; the first is taken'
          : held > maxHeld[hold]
            ? `is more than the ${maxHeld[hold] / 2 ** 20} MiB that a sample may have`
            : undefined);
      const chunks: Uint8Array[] = [];
      let length = 0;
      for await (const chunk of entry as AsyncIterable<Uint8Array>) {
        length += chunk.length;
        if (isHeld && problem === undefined) chunks.push(chunk);
      }
      if (length !== size) throw new Error('Unexpected end of data');
      // A member's bytes follow its header, one block of 512 bytes.
      const part = { start: entry.offset + 512, length };
      if (problem !== undefined) sample.problems.push({ place: `member ${quoted(name, 80)}`, problem });
      else sample.members.push({ name, extension, part, bytes: isHeld ? Buffer.concat(chunks) : undefined });
      last = name;
    }
    end.refuseCut();
  } catch (error) {
    throw faultOf(error, file, last, end.isGzip());
  } finally {
    stop();
  }
  if (countOf(sample) > 0) yield sample;
}

/** The text of a member, without a byte-order mark; `undefined` where there is none. @throws what is wrong with it, in words that follow its place */
export function memberText({ members }: Sample, extension: string): string | undefined {
  const bytes = members.find((member) => member.extension === extension)?.bytes;
  if (bytes === undefined) return undefined;
  if (!isUtf8(bytes)) throw new Error(`has a .${extension} that is not UTF-8`);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}

/** The JSON of a member. @throws what is wrong with it, in words that follow its place */
export function memberJson(sample: Sample, extension: string): unknown {
  const text = memberText(sample, extension);
  if (text === undefined) return undefined;
  try {
    return parseJsonPart(text);
  } catch (error) {
    throw new Error(`has a .${extension} that ${(error as Error).message}`);
  }
}

interface OpenSample extends Sample {
  readonly members: SampleMember[];
  readonly problems: PlacedProblem[];
}

function emptySample(key: string): OpenSample {
  return { key, members: [], problems: [] };
}

function countOf({ members, problems }: Sample): number {
  return members.length + problems.length;
}

function problemOf({ name, size = 0, type, pax }: Header, key: string, isText: boolean): string | undefined {
  if (isUnsafe(name)) return 'would lie outside of the folder';
  if (type !== 'file' && type !== 'contiguous-file') {
    return `is no plain file${type === null ? '' : ` but a ${type}`}`;
  }
  if (Object.keys(pax ?? {}).some((field) => field.startsWith('GNU.sparse'))) return 'is a sparse file';
  if (key === '') return 'has no key and extension';
  const most = isText ? longestLine : largestImage;
  return size > most ? `has more than ${most / 2 ** 20} MiB` : undefined;
}

function isUnsafe(name: string): boolean {
  return (
    /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..') || /\p{Cc}/u.test(name) || name === ''
  );
}

/** @param last the last member that was read whole */
function faultOf(error: unknown, file: string, last: string | undefined, isGzip: boolean): unknown {
  // Inflating and the file system have their own words.
  if (InputError.isInstance(error) || codeOf(error) !== undefined) return unreadable(file, error);
  if (last !== undefined) {
    return new InputError(
      `${file} is broken or ends too early behind member ${quoted(last, 80)}, so samples would be lost; copy it again, or write it anew.`,
    );
  }
  if (isGzip) return new InputError(`${file} is gzip and no tar; gunzip it, for a tar is read at any place.`);
  const reason = /end of data/.test((error as Error).message)
    ? 'it is cut off, or of another format'
    : 'its first header is broken, or it is of another format';
  return new InputError(`${file} is no tar that can be read: ${reason}; name a tar of files.`);
}

/** A member begins with a header of one block, and its content fills blocks. */
const block = 512;
/** Two blocks of zeros; what comes behind them fills a record. */
const endBytes = 2 * block;
/** Between two members are at most the headers of long names; behind the last one zeros fill a record. */
const maxBetween = 64 * 1024 * 1024;

interface TarEnd {
  /** The bytes of the tar, which pass unchanged. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** Notes a member: where its header lies, and the size that it says. */
  member(offset: number, size: number): void;
  /**
   * A tar ends with two blocks of zeros or more: POSIX asks for them, and Python's tarfile, webdataset's TarWriter, GNU
   * tar and ours all write them. Without them the end has been cut off, and the loss shows nowhere else if the cut lies
   * between two members.
   *
   * @throws {InputError} if they are missing
   */
  refuseCut(): void;
  /** Whether what came begins as gzip does. */
  isGzip(): boolean;
}

/**
 * Watches a tar that is read by a parser which does not ask how it ends.
 *
 * @param name what messages begin with, such as the file's path
 */
function watchTarEnd(stream: AsyncIterable<Uint8Array>, name: string): TarEnd {
  const refuse = (problem: string): never => {
    throw new InputError(`${name} ${problem}.`);
  };
  let total = 0;
  let startsAsGzip = false;
  let membersEnd = 0;
  let tail: Uint8Array = new Uint8Array(0);
  async function* watched(): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      if (total === 0) startsAsGzip = isGzip(chunk);
      total += chunk.length;
      if (total - chunk.length - membersEnd > maxBetween) {
        refuse(`goes on for more than ${maxBetween / 1024 / 1024} MiB without a member; name a tar of files`);
      }
      tail =
        chunk.length >= endBytes ? chunk.slice(-endBytes) : Buffer.concat([tail, chunk]).subarray(-endBytes);
      yield chunk;
    }
  }
  return {
    stream: watched(),
    isGzip: () => startsAsGzip,
    member(offset, size) {
      membersEnd = offset + block + Math.ceil(size / block) * block;
    },
    refuseCut() {
      const isWhole = total - membersEnd >= endBytes && tail.every((byte) => byte === 0);
      if (total === 0 || isWhole) return;
      refuse(
        'is a tar that is cut off: it ends without the two blocks of zeros that end a tar, so samples may be missing; copy it again, or close the writer that made it',
      );
    },
  };
}
