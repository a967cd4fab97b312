import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { isGzip } from './file-bytes';
import { codeOf, unreadable } from './file-error';
import { InputError } from './input-error';

const inflate = promisify(gunzip);

export interface WholeFileOptions {
  /** In MiB, inflated. No more than that is ever read. A Buffer holds 4096 at most. */
  readonly mostMebibytes: number;
  /** Whether what is gzip is inflated. Default: false. */
  readonly inflate?: boolean;
  /** Of what there may be so much, for the message: "text". */
  readonly kind?: string;
}

/** One call of the file system reads no more than 2 GiB. */
const piece = 2 ** 30;

/**
 * All bytes of a file. Devices, pipes and folders are refused: some have no end, and some wait for ever.
 *
 * @throws {InputError} one sentence that names the file, if it can't be read or holds more
 */
export async function readWholeFile(file: string, options: WholeFileOptions): Promise<Uint8Array> {
  if (file === '') throw new InputError('the name of a file to read must not be empty; name a file.');
  const most = options.mostMebibytes * 2 ** 20;
  const tooMuch = () => {
    const kind = options.kind === undefined ? '' : ` of ${options.kind}`;
    return new InputError(
      `cannot read ${file}: it must hold at most ${options.mostMebibytes} MiB${kind}; name another file.`,
    );
  };
  try {
    // A pipe without a writer would wait here for ever.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    let bytes: Buffer;
    try {
      const size = await sizeOf(handle, file);
      if (size > most) throw tooMuch();
      bytes = await readAll(handle, size, file);
    } finally {
      await handle.close();
    }
    if (options.inflate !== true || !isGzip(bytes)) return bytes;
    return await inflate(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooMuch() : unreadable(file, error);
  }
}

async function sizeOf(handle: FileHandle, file: string): Promise<number> {
  const stat = await handle.stat();
  if (stat.isFile()) return stat.size;
  if (stat.isDirectory()) throw new InputError(`cannot read ${file}: it is a folder; name a file.`);
  const kind = stat.isFIFO() ? 'a pipe' : 'a device';
  throw new InputError(
    `cannot read ${file}: it must be a file, got ${kind}; save what it gives to a file first.`,
  );
}

async function readAll(handle: FileHandle, size: number, file: string): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(size);
  for (let at = 0; at < size; ) {
    const { bytesRead } = await handle.read(bytes, at, Math.min(piece, size - at), at);
    if (bytesRead === 0) throw new InputError(`cannot read ${file}: it became shorter while it was read.`);
    at += bytesRead;
  }
  return bytes;
}
