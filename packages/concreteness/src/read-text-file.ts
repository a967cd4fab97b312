import { readFileSync } from 'node:fs';
import { InputError } from './input-error';

/** Reads a file that must be UTF-8 text; what can go wrong is told in one sentence that names the file. */
export function readTextFile(file: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw explainFileError(file, error);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${file} is not UTF-8 text; save it as UTF-8 first.`);
  }
}

/** The operating system's error as one sentence; any other error as it is. */
export function explainFileError(file: string, error: unknown, verb: 'read' | 'write' = 'read'): unknown {
  if (InputError.isInstance(error) || !(error instanceof Error) || !('code' in error)) return error;
  const code = String(error.code);
  const reason =
    verb === 'write' && code === 'ENOENT' ? 'there is no such folder' : (reasons[code] ?? error.message);
  return new InputError(`cannot ${verb} ${file}: ${reason}.`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EACCES: 'permission denied',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GiB',
};
