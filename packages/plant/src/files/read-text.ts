import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError } from '@slipform/concreteness';
import { reasonOf } from './open-input';

/** No table, ratings or list of words is longer; a few kilobytes of gzip could be. */
const longestText = 256 * 1024 * 1024;

/** The whole text of a small file, inflated if it is gzip. @throws {InputError} if it can't be read or is not UTF-8 */
export async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
      bytes = await promisify(gunzip)(bytes, { maxOutputLength: longestText });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new InputError(
        `cannot read ${file}: it must hold at most ${longestText / 1024 / 1024} MiB, and its gzip data hold more; name another file.`,
      );
    }
    throw new InputError(`cannot read ${file}: ${reasonOf(error)}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8; save it as UTF-8 first.`);
  }
}

/** "Traffic light" is a word, "a traffic light on a street" is none. */
const mostParts = 3;

/** The lines of a small file that are not blank. @throws {InputError} if there are none, or most are no words but sentences */
export async function readWords(file: string): Promise<readonly string[]> {
  const words = (await readText(file)).split(/\r?\n/).filter((line) => line.trim() !== '');
  if (words.length === 0) throw new InputError(`${file} holds no word; write one a line.`);
  const sentences = words.filter((line) => line.trim().split(/\s+/).length > mostParts);
  if (2 * sentences.length > words.length) {
    const shown = JSON.stringify((sentences[0] ?? '').slice(0, 40));
    throw new InputError(
      `${file} must hold a word a line, got ${shown} in one; name a list of words, not captions.`,
    );
  }
  return words;
}
