import { type BigIntStats, lstatSync } from 'node:fs';
import { type FileHandle, rm } from 'node:fs/promises';
import { codeOf, fileReason } from '../errors/file-error';
import { InputError } from '../errors/input-error';

/** Whether a file that we write beside an output is there. @throws {InputError} if what lies there is no file */
export function isThere(file: string): boolean {
  let stat: BigIntStats;
  try {
    stat = lstatSync(file, { bigint: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw new InputError(`cannot write ${file}: ${fileReason(error)}.`);
  }
  if (!stat.isFile()) throw new InputError(`${file} is in the way; remove it.`);
  return true;
}

/** Whether a file that is open is still the one of that name. */
export async function isStill(handle: FileHandle, file: string): Promise<boolean> {
  const open = await handle.stat({ bigint: true });
  const named = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return named !== undefined && named.dev === open.dev && named.ino === open.ino;
}

/** Removes files, there or not. */
export async function remove(...files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true });
}
