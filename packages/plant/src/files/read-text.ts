import { readFile } from 'node:fs/promises';
import { InputError } from '@slipform/concreteness';
import { reasonOf } from './open-input';

/** The whole text of a small file. @throws {InputError} if it can't be read or is not UTF-8 */
export async function readText(file: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${reasonOf(error)}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8; save it as UTF-8 first.`);
  }
}

/** The lines of a small file that are not blank. @throws {InputError} if there are none */
export async function readWords(file: string): Promise<readonly string[]> {
  const words = (await readText(file)).split(/\r?\n/).filter((line) => line.trim() !== '');
  if (words.length === 0) throw new InputError(`${file} holds no word; write one a line.`);
  return words;
}
