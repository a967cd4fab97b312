import { Readable } from 'node:stream';
import { InputError } from '@slipform/concreteness';
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

/**
 * The samples of a webdataset shard (tar). The key of a member is its name up to the first dot of its last part.
 * Nothing is written by a member's name; members whose name would leave the folder, links and devices are left out.
 */
export async function* readSamples(
  stream: AsyncIterable<Uint8Array>,
  what: 'texts' | 'everything',
): AsyncGenerator<Sample> {
  const tar = extract();
  const source = Readable.from(stream, { objectMode: false });
  source.on('error', (error) => tar.destroy(error));
  source.pipe(tar);
  let key: string | undefined;
  let members: Member[] = [];
  let problems: string[] = [];
  try {
    for await (const entry of tar) {
      const { name, size = 0, type } = entry.header;
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
      }
      if (problem !== undefined || members.some((member) => member.name === name)) {
        problems.push(problem ?? `member ${show(name)} is there twice`);
        entry.resume();
        continue;
      }
      const isWanted = isText || what === 'everything';
      if (!isWanted) entry.resume();
      const chunks: Uint8Array[] = [];
      if (isWanted) for await (const chunk of entry) chunks.push(chunk as Uint8Array);
      const bytes = isWanted ? Buffer.concat(chunks) : undefined;
      if (bytes && bytes.length !== size) throw new Error('Unexpected end of data');
      members.push({ name, extension, bytes });
    }
  } catch (error) {
    // Inflating has its own words.
    if (InputError.isInstance(error) || (error as NodeJS.ErrnoException).code?.startsWith('Z_')) throw error;
    const reason = /end of data/.test((error as Error).message)
      ? 'it is cut off, or of another format'
      : 'one of its headers is broken, or it is of another format';
    throw new InputError(`is no tar that can be read: ${reason}`);
  }
  if (members.length + problems.length > 0) yield { key: key ?? '', members, problems };
}

function problemOf({ name, size = 0, type }: Header, stem: string, isText: boolean): string | undefined {
  if (isUnsafe(name)) return `member ${show(name)} would lie outside the folder`;
  if (type !== 'file' && type !== 'contiguous-file') return `member ${show(name)} is no file but a ${type}`;
  if (stem === '') return `member ${show(name)} has no key`;
  const most = isText ? longestValue : largestMember;
  return size > most ? `member ${show(name)} has more than ${most / 1024 / 1024} MiB` : undefined;
}

function isUnsafe(name: string): boolean {
  return (
    /^([/\\]|[a-z]:)/i.test(name) || name.split(/[/\\]/).includes('..') || /\p{Cc}/u.test(name) || name === ''
  );
}

function show(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
}
