import { createReadStream, statSync } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputError } from '@slipform/concreteness';

export interface Input {
  /** The file's bytes, inflated if they are gzip. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** `undefined` for standard input and pipes, which can be read once only. */
  readonly bytes: number | undefined;
  /** How many of the file's own bytes have been read so far. */
  bytesRead(): number;
}

/** Opens a file, or standard input for "-"; gzip is known by its first bytes. @throws {InputError} one sentence that names the file */
export function openInput(file: string): Input {
  let read = 0;
  async function* counted(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of stream) {
      read += chunk.length;
      yield chunk;
    }
  }
  const input = (stream: AsyncIterable<Uint8Array>, bytes: number | undefined): Input => ({
    stream: inflated(file, counted(stream)),
    bytes,
    bytesRead: () => read,
  });
  if (file === '-') return input(process.stdin, undefined);
  const bytes = sizeOf(file);
  return input(createReadStream(file, { highWaterMark: 256 * 1024 }), bytes);
}

/** Size of a regular file, `undefined` for what can be read once only. @throws {InputError} for a folder or nothing */
export function sizeOf(file: string): number | undefined {
  if (file === '-') return undefined;
  refuseFolder(file);
  try {
    const stat = statSync(file);
    return stat.isFile() ? stat.size : undefined;
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${reasonOf(error)}.`);
  }
}

async function* inflated(file: string, stream: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < 2) {
    const next = await stream.next();
    if (next.done) break;
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
  }
  async function* whole() {
    if (head.length > 0) yield head;
    yield* stream;
  }
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const source = Readable.from(whole(), { objectMode: false });
    const gunzip = createGunzip({ chunkSize: 256 * 1024 });
    source.on('error', (error) => gunzip.destroy(error));
    yield* source.pipe(gunzip) as AsyncIterable<Uint8Array>;
    return;
  }
  if (/\.(gz|tgz)$/i.test(file) && head.length > 0) {
    throw new InputError('its name ends in .gz and it is not gzip; rename it');
  }
  yield* whole();
}

/** A folder is called one, whatever its name ends in. @throws {InputError} for a folder */
export function refuseFolder(file: string): void {
  if (file !== '-' && statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(`cannot read ${file}: it is a folder; name a file.`);
  }
}

/** What the file system said, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  Z_BUF_ERROR: 'its gzip data end too early',
  Z_DATA_ERROR: 'its gzip data are broken',
};
