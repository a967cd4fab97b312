import { codeOf, fileReason } from '@slipform/kit/errors/file-error';
import { acquireLock, type Lock, lockBeside } from '@slipform/kit/files/lock';
import { InputError } from '../input-error';
import { makeFolder } from './make-folder';
import { nodeFileSystem, nodePath } from './node-modules';

/** A place that only this process writes to. */
export interface Hold {
  /** Throws an InputError where another process has taken the place over. */
  assertHeld(): void;
  /** Lets go, and removes the folders that were made for it where nothing came to lie in them. */
  release(): Promise<void>;
}

/**
 * Makes this process the only writer of a file, or of a part of a folder: `held` names it, and need not be there. Its
 * folder is made. A link stands for what it leads to, so that two names of one file are one place. Node only.
 *
 * Throws an InputError that names the process which holds it.
 */
export async function hold(held: string, what: string): Promise<Hold> {
  const [fs, path] = [nodeFileSystem()!, nodePath()!];
  const place = await behindLinks(path.resolve(held));
  const folder = path.dirname(place);
  const made = await makeFolder(folder).catch((error: unknown) => {
    const reason = codeOf(error) === 'EEXIST' ? 'its folder is a file' : fileReason(error);
    throw new InputError(`cannot write ${what}: ${reason}.`);
  });
  const leave = async () => {
    if (made === undefined) return;
    try {
      for (let at = folder; at.length >= made.length; at = path.dirname(at)) await fs.rmdir(at);
    } catch {
      // Something lies in it.
    }
  };
  let lock: Lock;
  try {
    lock = await acquireLock(lockBeside(place), { what });
  } catch (error) {
    await leave();
    throw error;
  }
  return {
    assertHeld: () => lock.assertHeld(),
    async release() {
      lock.release();
      await leave();
    },
  };
}

/** What a path leads to; the file of a link need not be there. */
async function behindLinks(place: string): Promise<string> {
  const [fs, path] = [nodeFileSystem()!, nodePath()!];
  try {
    return await fs.realpath(place);
  } catch {
    const target = await fs.readlink(place).catch(() => undefined);
    return target === undefined ? place : path.resolve(path.dirname(place), target);
  }
}
