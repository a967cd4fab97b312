import { InputError } from '../errors/input-error';
import { readWholeFile } from './read-whole-file';
import { decodeUtf8, hasOldLineEnds, otherEncoding } from './text-encoding';

/**
 * The whole text of a small file, inflated if it is gzip, without a byte-order mark. Devices, pipes and folders
 * are refused before they are read: some have no end, and some wait for ever.
 *
 * @param mebibytes how much it may hold at most; no more than that is ever read or inflated
 * @throws {InputError} one sentence that names the file, if it can't be read, holds more, or is not UTF-8
 */
export async function readTextFile(file: string, mebibytes: number): Promise<string> {
  const bytes = await readWholeFile(file, { maxMebibytes: mebibytes, inflate: true, kind: 'text' });
  const problem = otherEncoding(bytes);
  if (problem !== undefined) throw new InputError(`${file} ${problem}.`);
  const text = decodeUtf8(bytes, file);
  // JSON has no lines.
  if (!/^\s*[[{]/.test(text) && hasOldLineEnds(text)) {
    throw new InputError(`${file} has line ends of CR alone, as on old Macs; save it with LF line ends.`);
  }
  return text;
}
