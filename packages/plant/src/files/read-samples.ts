import { Readable } from 'node:stream';
import { InputError } from '@slipform/concreteness';
import { codeOf, isFileSystemError } from '@slipform/kit/file-error';
import { quoted } from '@slipform/kit/printable';
import { watchTarEnd } from '@slipform/kit/tar-end';
import { extract, type Header } from 'tar-stream';
import { longestValue } from './file-caption';

interface Member {
  readonly name: string;
  /** What follows the key: "jpg", "neg_caption". */
  readonly extension: string;
  /** `undefined` where the reader asked for texts alone and this is none. */
  readonly bytes: Buffer | undefined;
}

/** A sample of a webdataset: the members that follow each other with one key. */
export interface Sample {
  readonly key: string;
  readonly members: readonly Member[];
  /** Members that are left out, in words. */
  readonly problems: readonly string[];
}

/** An image of more than this is none, and would be held whole. */
const largestMember = 256 * 1024 * 1024;
/** A sample is held whole. Webdataset's have some five members. */
const mostMembers = 1000;
const mostBytes = { texts: 4 * longestValue, everything: 2 * largestMember };

/**
 * The samples of a webdataset shard (tar). The key of a member is its name up to the first dot of its last part.
 * Nothing is written by a member's name; members whose name would leave the folder, links and devices are left out.
 *
 * @throws {InputError} if the tar is cut off or broken, or one key has more members than a sample can have
 */
export async function* readSamples(
  stream: AsyncIterable<Uint8Array>,
  what: 'texts' | 'everything',
): AsyncGenerator<Sample> {
  const tar = extract();
  const end = watchTarEnd(stream);
  const source = Readable.from(end.stream, { objectMode: false });
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let key: string | undefined;
  let members: Member[] = [];
  let problems: string[] = [];
  let names = new Set<string>();
  let held = 0;
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header;
      end.member(entry.offset, type === 'directory' ? 0 : size);
      if (type === 'directory') {
        entry.resume();
        continue;
      }
      const [, stem = '', extension = ''] = /^((?:.*\/)?[^./][^./]*)\.([^/]+)$/.exec(name) ?? [];
      const isText = extension === 'txt' || extension === 'json';
      const problem = problemOf(entry.header, stem, isText);
      if (stem !== '' && stem !== key && !isUnsafe(name)) {
        if (members.length + problems.length > 0) yield { key: key ?? '', members, problems };
        key = stem;
        members = [];
        problems = [];
        names = new Set();
        held = 0;
      }
      if (members.length + problems.length >= mostMembers) {
        throw new InputError(
          `the sample ${quoted(key ?? '')} has more than ${mostMembers} members; the key of a sample is the name up to its first dot, so name the files of each sample by a key of its own`,
        );
      }
      held += isText || what === 'everything' ? size : 0;
      const isTooMuch =
        held > mostBytes[what] &&
        `is more than the ${mostBytes[what] / 1024 / 1024} MiB that a sample may have`;
      if (problem !== undefined || names.has(name) || isTooMuch) {
        problems.push(problem ?? `member ${quoted(name)} ${isTooMuch || 'is there twice'}`);
        entry.resume();
        continue;
      }
      names.add(name);
      const isWanted = isText || what === 'everything';
      if (!isWanted) entry.resume();
      const chunks: Uint8Array[] = [];
      if (isWanted) for await (const chunk of entry) chunks.push(chunk as Uint8Array);
      const bytes = isWanted ? Buffer.concat(chunks) : undefined;
      if (bytes && bytes.length !== size) throw new Error('Unexpected end of data');
      members.push({ name, extension, bytes });
    }
    end.refuseCut();
  } catch (error) {
    // Inflating and the file system have their own words.
    if (InputError.isInstance(error) || isFileSystemError(error) || codeOf(error)?.startsWith('Z_'))
      throw error;
    const reason = /end of data/.test((error as Error).message)
      ? 'it is cut off, or of another format'
      : 'one of its headers is broken, or it is of another format';
    throw new InputError(`is no tar that can be read: ${reason}`);
  }
  if (members.length + problems.length > 0) yield { key: key ?? '', members, problems };
}

function problemOf({ name, size = 0, type }: Header, stem: string, isText: boolean): string | undefined {
  if (isUnsafe(name)) return `member ${quoted(name)} would lie outside the folder`;
  if (type !== 'file' && type !== 'contiguous-file') return `member ${quoted(name)} is no file but a ${type}`;
  if (stem === '') return `member ${quoted(name)} has no key`;
  const most = isText ? longestValue : largestMember;
  return size > most ? `member ${quoted(name)} has more than ${most / 1024 / 1024} MiB` : undefined;
}

function isUnsafe(name: string): boolean {
  return (
    /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..') || /\p{Cc}/u.test(name) || name === ''
  );
}
