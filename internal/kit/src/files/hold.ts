import { codeOf, fileReason } from '../errors/file-error';
import { InputError, refuse } from '../errors/input-error';
import { printable } from '../text/printable';
import { acquireLock, type Lock, lockBeside } from './lock';
import { nodeModule } from './node-modules';
import { makeFolder } from './write-folder';

/** A place that only this process writes to. */
export type Hold = Omit<Lock, 'file'>;

/**
 * Makes this process the only writer of a file, or of a part of a folder: `held` names it, and need not be there. Its
 * folder is made; letting go, and the end of the process, remove the folders that were made for it where nothing came to lie
 * in them. A link stands for what it leads to, so that two names of one file are one place.
 *
 * @throws {HeldByAnother} if another process holds it
 * @throws {InputError} if its folder can't be made
 */
export async function hold(held: string, what: string): Promise<Hold> {
  const { rmdirSync } = nodeModule.fs();
  const { dirname, resolve } = nodeModule.path();
  const place = await behindLinks(resolve(held));
  const folder = dirname(place);
  const made = await makeFolder(folder).catch((error: unknown) => {
    const reason = codeOf(error) === 'EEXIST' ? 'its folder is a file' : fileReason(error);
    throw new InputError(`cannot write ${printable(what, 150)}: ${reason}.`);
  });
  const leave = () => {
    process.off('exit', leave);
    if (made === undefined) return;
    try {
      for (let at = folder; at.length >= made.length; at = dirname(at)) rmdirSync(at);
    } catch {
      // Something lies in it.
    }
  };
  let lock: Lock;
  try {
    lock = await acquireLock(lockBeside(place), { what });
  } catch (error) {
    leave();
    throw error;
  }
  // Behind the lock's own listener, which takes the lock out of the folder.
  process.on('exit', leave);
  return {
    assertHeld: () => lock.assertHeld(),
    release() {
      lock.release();
      leave();
    },
  };
}

export interface HeldFolder {
  readonly folder: string;
  /** The option that names it, for messages. */
  readonly name: string;
  /** What of the folder no other run may write meanwhile: runs that name other parts don't wait for each other. */
  readonly part?: string;
}

/** Runs work whose results go into a folder, under a {@link hold}. @throws {InputError} if it is a file, or held by another */
export async function withHeldFolder<T>(
  { folder, name, part = 'slipform' }: HeldFolder,
  work: () => Promise<T>,
): Promise<T> {
  if (folder === '') refuse(undefined, name, 'must name a folder', 'an empty name');
  if (nodeModule.fs().statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false) {
    throw new InputError(`${name}: ${folder} is a file; name a folder.`);
  }
  const held = await hold(nodeModule.path().join(folder, part), `into ${folder}`);
  try {
    return await work();
  } finally {
    held.release();
  }
}

/** What a path leads to; the file of a link need not be there. */
async function behindLinks(place: string): Promise<string> {
  const { readlink, realpath } = nodeModule.fs().promises;
  const { dirname, resolve } = nodeModule.path();
  try {
    return await realpath(place);
  } catch {
    const target = await readlink(place).catch(() => undefined);
    return target === undefined ? place : resolve(dirname(place), target);
  }
}
