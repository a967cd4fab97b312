import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { codeOf, unreadable } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { checkFile, type FileLimit, tooLarge } from './check-file';
import { isGzip } from './is-gzip';

const inflate = promisify(gunzip);

export interface WholeFileOptions extends FileLimit {
  /** Whether what is gzip is inflated, to no more than the limit. Default: false. */
  readonly inflate?: boolean;
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
  try {
    // A pipe without a writer would wait here for ever.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    let bytes: Buffer;
    try {
      const stat = await handle.stat();
      checkFile(stat, file, options);
      bytes = await readAll(handle, stat.size, file);
    } finally {
      await handle.close();
    }
    if (options.inflate !== true || !isGzip(bytes)) return bytes;
    return await inflate(bytes, { maxOutputLength: options.maxMebibytes * 2 ** 20 });
  } catch (error) {
    throw codeOf(error) === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(file, options) : unreadable(file, error);
  }
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
