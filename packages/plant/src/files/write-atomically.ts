import { existsSync, unlinkSync } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { InputError } from '@slipform/concreteness';
import { reasonOf } from './open-input';

export interface Output {
  write(text: string): Promise<void>;
  /** Makes the file appear under its name. */
  commit(): Promise<void>;
  /** Removes what has been written. */
  discard(): Promise<void>;
}

const bufferedCharacters = 256 * 1024;

/**
 * Opens an output that appears whole or not at all: it is written beside its place and renamed by `commit`. "-" is
 * standard output.
 *
 * @throws {InputError} if the file is there and `force` is not set, or can't be written
 */
export async function openOutput(file: string, force: boolean): Promise<Output> {
  if (file === '-') return standardOutput();
  const existing = await stat(file).catch(() => undefined);
  if (existing?.isDirectory()) throw new InputError(`cannot write ${file}: it is a folder; name a file.`);
  if (existing && !force) throw new InputError(`${file} exists; pass --force to overwrite it.`);
  const temporary = `${file}.${process.pid}.tmp`;
  let handle: FileHandle;
  try {
    handle = await open(temporary, 'wx');
  } catch (error) {
    throw new InputError(`cannot write ${file}: ${reasonOf(error)}.`);
  }
  const remove = () => {
    if (existsSync(temporary)) unlinkSync(temporary);
  };
  const interrupted = () => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  let pending: string[] = [];
  let size = 0;

  const flush = async () => {
    const text = pending.join('');
    pending = [];
    size = 0;
    try {
      await handle.writeFile(text);
    } catch (error) {
      throw new InputError(`cannot write ${file}: ${reasonOf(error)}.`);
    }
  };
  const finish = async () => {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await handle.close();
  };
  return {
    async write(text) {
      pending.push(text);
      size += text.length;
      if (size >= bufferedCharacters) await flush();
    },
    async commit() {
      await flush();
      await handle.sync();
      await finish();
      await rename(temporary, file);
    },
    async discard() {
      await finish();
      remove();
    },
  };
}

function standardOutput(): Output {
  const drained = () => new Promise<void>((resolve) => process.stdout.once('drain', resolve));
  return {
    async write(text) {
      if (!process.stdout.write(text)) await drained();
    },
    commit: async () => {},
    discard: async () => {},
  };
}
