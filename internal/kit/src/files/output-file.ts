import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { nothingWritten, remarkIfInterrupted } from '../command/interruption';
import { InputError } from '../errors/input-error';
import { acquireLock, lockBeside } from './lock';
import { type NamedFile, refuseOverwrites } from './output-guard';
import { type Content, writeFileWhole } from './write-file';

export interface OutputFile {
  readonly file: string;
  /** The option that names it, for messages. */
  readonly name: string;
  /** Whether a file that is there may be replaced; an input never. */
  readonly force: boolean | undefined;
  readonly inputs: readonly NamedFile[];
}

/**
 * Runs work whose result goes into one file. All that could go wrong with the file is looked at before the work; while it
 * lasts no other run can take the file; `save` writes it whole.
 *
 * @throws InputError if the file is an input, exists without `force`, can't be written, or is another run's output
 */
export async function withOutputFile<T>(
  { file, name, force = false, inputs }: OutputFile,
  work: (save: (content: Content) => Promise<void>) => Promise<T>,
): Promise<T> {
  refuseOverwrites({ inputs, outputs: [{ file, name }] });
  if (isFolder(file)) throw new InputError(`${file} is a folder; name a file in it.`);
  if (!isFolder(dirname(file))) {
    throw new InputError(`${file} can't be written: its folder does not exist; make it first.`);
  }
  const refuseOld = () => {
    if (force || !existsSync(file)) return;
    throw new InputError(`${file} exists; give another ${name}, or --force to overwrite it.`);
  };
  refuseOld();
  const forgetRemark = remarkIfInterrupted(nothingWritten);
  const lock = await acquireLock(lockBeside(file), { what: file }).catch((error: unknown) => {
    forgetRemark();
    throw error;
  });
  try {
    // Another run may have ended in between.
    refuseOld();
    return await work(async (content) => {
      lock.assertHeld();
      refuseOld();
      await writeFileWhole(file, content);
      forgetRemark();
    });
  } finally {
    forgetRemark();
    lock.release();
  }
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
