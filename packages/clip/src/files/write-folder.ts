import { fileReason, isFileSystemError } from '@slipform/kit/errors/file-error';
import { acquireLock } from '@slipform/kit/files/lock';
import { InputError } from '../input-error';
import { finishSwitch, prepareSwitch, type Switch } from './folder-switch';
import { makeFolder } from './make-folder';
import { nodeFileSystem, nodePath } from './node-modules';

/** A file's name and its content, which may come piece by piece, or a file of the same file system that is moved. */
export type NewFile = readonly [
  name: string,
  content: Uint8Array | string | AsyncIterable<Uint8Array> | { readonly draft: string },
];

/**
 * Puts files into a folder, which is made if need be, and removes those of the names `obsolete`, all in one moment: a
 * reader at any time, and also after a kill at any moment, finds all old files or all new ones, under their plain
 * names ({@link prepareSwitch} says how). One writer at a time: another one waits. What a killed writer left is put in
 * order first, and no other file is touched.
 *
 * On a file system without symbolic links the files are renamed one after the other, in the order given: there a kill
 * between two of them leaves some old and some new, each whole.
 *
 * Throws an InputError for a folder that can't be written into, and where a folder is in the place of a file.
 */
export async function writeFolder(
  folder: string,
  files: readonly NewFile[],
  obsolete: readonly string[] = [],
): Promise<void> {
  const path = nodePath();
  if (nodeFileSystem() === undefined || path === undefined) {
    throw new InputError(`Files can be written in Node only, not to ${folder} in a browser.`);
  }
  try {
    await makeFolder(folder);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR')) {
      throw new InputError(`cannot write into ${folder}: it, or what it lies in, is a file, not a folder.`);
    }
    throw cannotWrite(folder, error);
  }
  const lock = await acquireLock(path.join(folder, '.slipform-save.lock'), { what: folder, wait: true });
  try {
    await finishSwitch(folder);
    let started: Switch | undefined;
    try {
      started = await prepareSwitch(folder, files, obsolete);
      lock.assertHeld();
      await started.commit();
    } finally {
      // Before the commit this takes back what was prepared, after it this ends what was begun.
      await finishSwitch(folder);
    }
  } catch (error) {
    // What another process tidied up is missing here.
    if (isFileSystemError(error)) lock.assertHeld();
    throw cannotWrite(folder, error);
  } finally {
    lock.release();
  }
}

/** Ends what a killed {@link writeFolder} left in a folder: its new names are plain files again. */
export async function tidyFolder(folder: string): Promise<void> {
  const path = nodePath()!;
  const lock = await acquireLock(path.join(folder, '.slipform-save.lock'), { what: folder, wait: true });
  try {
    await finishSwitch(folder);
  } catch (error) {
    throw cannotWrite(folder, error);
  } finally {
    lock.release();
  }
}

/** A file system's error as a sentence that names the folder. */
export function cannotWrite(folder: string, error: unknown): unknown {
  if (!isFileSystemError(error)) return error;
  return new InputError(`cannot write into ${folder}: ${fileReason(error)}.`, { cause: error });
}
