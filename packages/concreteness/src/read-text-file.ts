import { readFileSync } from 'node:fs';
import { InputError } from './input-error';

/** Reads a file that must be UTF-8 text; what can go wrong is told in one sentence that names the file. */
export function readTextFile(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = (code !== undefined && reasons[code]) || (error as Error).message;
    throw new InputError(`cannot read ${file}: ${reason}.`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8 text; save it as UTF-8 first.`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
};
