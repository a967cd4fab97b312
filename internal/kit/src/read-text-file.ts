import { stat } from 'node:fs/promises';
import { fileBytes, inflatedBytes } from './file-bytes';
import { fileReason } from './file-error';
import { InputError } from './input-error';
import { hasOldLineEnds, otherEncoding } from './text-encoding';

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
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8 text; save it as UTF-8 first.`);
  }
  // JSON has no lines.
  if (!/^\s*[[{]/.test(text) && hasOldLineEnds(text)) {
    throw new InputError(`${file} has line ends of CR alone, as on old Macs; save it with LF line ends.`);
  }
  return text;
}

async function readBytes(file: string, mebibytes: number): Promise<Uint8Array> {
  const most = mebibytes * 1024 * 1024;
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    if ((await sizeOfFile(file)) > most) throw tooMuch(file, mebibytes);
    // A file may grow while it is read, and gzip holds more than its size says.
    for await (const chunk of inflatedBytes(fileBytes(file))) {
      length += chunk.length;
      if (length > most) throw tooMuch(file, mebibytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw new InputError(`cannot read ${file}: ${fileReason(error)}.`);
  }
  return Buffer.concat(chunks);
}

function tooMuch(file: string, mebibytes: number): InputError {
  return new InputError(
    `cannot read ${file}: it must hold at most ${mebibytes} MiB of text; name another file.`,
  );
}

async function sizeOfFile(file: string): Promise<number> {
  if (file === '') throw new InputError('the name of a file to read must not be empty; name a file.');
  const found = await stat(file);
  if (found.isDirectory()) throw new InputError(`cannot read ${file}: it is a folder; name a file.`);
  if (!found.isFile()) {
    const kind = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
    throw new InputError(
      `cannot read ${file}: it must be a file, got ${kind}; save what it gives to a file first.`,
    );
  }
  return found.size;
}
