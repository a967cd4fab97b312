import { open, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { codeOf, fileReason, isFileSystemError } from './file-error';
import { InputError } from './input-error';
import { otherEncoding } from './text-encoding';

const MiB = 1024 * 1024;

/**
 * The whole text of a small file, inflated if it is gzip, without a byte-order mark. Devices, pipes and folders
 * are refused before they are opened: some have no end, and some wait for ever.
 *
 * @param mebibytes how much it may hold at most; no more than that is ever read or inflated
 * @throws {InputError} one sentence that names the file, if it can't be read, holds more, or is not UTF-8
 */
export async function readTextFile(file: string, mebibytes: number): Promise<string> {
  const bytes = await readBytes(file, mebibytes);
  const problem = otherEncoding(bytes);
  if (problem !== undefined) throw new InputError(`${file} ${problem}.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8 text; save it as UTF-8 first.`);
  }
}

async function readBytes(file: string, mebibytes: number): Promise<Uint8Array> {
  const most = mebibytes * MiB;
  const tooMuch = (what: string) =>
    new InputError(
      `cannot read ${file}: it must hold at most ${mebibytes} MiB, and ${what}; name another file.`,
    );
  try {
    const { size } = await statOfFile(file);
    if (size > most) throw tooMuch(`it holds ${Math.ceil(size / MiB)} MiB`);
    const handle = await open(file);
    const chunks: Uint8Array[] = [];
    let length = 0;
    // One byte more than it may hold, since it may have grown: what has no end is not read to it.
    for await (const chunk of handle.createReadStream({ end: most })) {
      chunks.push(chunk);
      length += chunk.length;
    }
    if (length > most) throw tooMuch('it holds more');
    const bytes = Buffer.concat(chunks);
    if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
    return await promisify(gunzip)(bytes, { maxOutputLength: most });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooMuch('its gzip data hold more');
    if (!isFileSystemError(error) && !codeOf(error)?.startsWith('Z_')) throw error;
    throw new InputError(`cannot read ${file}: ${fileReason(error)}.`);
  }
}

async function statOfFile(file: string): Promise<{ size: number }> {
  if (file === '') throw new InputError('the name of a file to read must not be empty; name a file.');
  const found = await stat(file);
  if (found.isDirectory()) throw new InputError(`cannot read ${file}: it is a folder; name a file.`);
  if (!found.isFile()) {
    const kind = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
    throw new InputError(
      `cannot read ${file}: it must be a file, got ${kind}; save what it gives to a file first.`,
    );
  }
  return found;
}
