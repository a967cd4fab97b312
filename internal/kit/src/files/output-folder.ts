import { existsSync, rmdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileReason } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { acquireLock, type Lock, lockBeside } from './lock';
import { isFolder } from './output-file';

export interface OutputFolder {
  readonly folder: string;
  /** The option that names it, for messages. */
  readonly name: string;
  /** What of the folder no other run may write meanwhile: runs that name other parts don't wait for each other. */
  readonly part?: string;
}

/**
 * Runs work whose results go into a folder, which is made. While it lasts no other run can take the folder. Where the
 * work leaves nothing in it, folders that were made go again.
 *
 * @throws InputError if it is a file, can't be made, or is another run's output
 */
export async function withOutputFolder<T>(
  { folder, name, part = 'slipform' }: OutputFolder,
  work: (lock: Lock) => Promise<T>,
): Promise<T> {
  if (folder === '') throw new InputError(`${name} must name a folder, got an empty name.`);
  if (existsSync(folder) && !isFolder(folder)) {
    throw new InputError(`${name}: ${folder} is a file; name a folder.`);
  }
  const made = await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new InputError(`${name}: ${folder} can't be made: ${fileReason(error)}.`);
  });
  const removeEmpty = () => {
    if (made !== undefined) removeEmptyFolders(resolve(folder), resolve(made));
  };
  let lock: Lock | undefined;
  try {
    lock = await acquireLock(lockBeside(join(folder, part)), { what: `into ${folder}` });
    // After the lock's own listener, which empties the folder of the lock.
    process.on('exit', removeEmpty);
    return await work(lock);
  } finally {
    lock?.release();
    removeEmpty();
    process.off('exit', removeEmpty);
  }
}

/** From the innermost outwards, up to the first one that was made; one that holds something stays. */
function removeEmptyFolders(inner: string, outer: string): void {
  try {
    for (let folder = inner; ; folder = dirname(folder)) {
      rmdirSync(folder);
      if (folder === outer) return;
    }
  } catch {
    // Not empty, or gone.
  }
}
