import { type BigIntStats, existsSync, fstatSync, unlinkSync } from 'node:fs';
import { type FileHandle, lstat, open, realpath, rename, stat } from 'node:fs/promises';
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
 * Opens an output that appears whole or not at all: it is written beside its place and renamed by `commit`. A link
 * stays one, and the file that it leads to is replaced; devices and pipes are written straight to. "-" is standard
 * output.
 *
 * @throws {InputError} if the file is the input, is there and `force` is not set, or can't be written
 */
export async function openOutput(file: string, input: string, force: boolean): Promise<Output> {
  if (file === '-') return standardOutput();
  const existing = await statOf(file);
  if (!existing) {
    const isLink = await lstat(file).then(
      () => true,
      () => false,
    );
    if (isLink) throw new InputError(`cannot write ${file}: it is a link to nothing; remove it first.`);
    return beside(file, file);
  }
  if (existing.isDirectory()) throw new InputError(`cannot write ${file}: it is a folder; name a file.`);
  if (existing.isCharacterDevice() || existing.isFIFO()) return straight(file);
  const read = input === '-' ? standardInput() : await statOf(input);
  if (read && read.dev === existing.dev && read.ino === existing.ino) {
    throw new InputError(`cannot write ${file}: it is the input, which would be lost; name another file.`);
  }
  if (!force) throw new InputError(`${file} exists; pass --force to overwrite it.`);
  return existing.isFile() ? beside(file, await realpath(file)) : straight(file);
}

function statOf(file: string): Promise<BigIntStats | undefined> {
  return stat(file, { bigint: true }).catch(() => undefined);
}

function standardInput(): BigIntStats | undefined {
  try {
    return fstatSync(0, { bigint: true });
  } catch {
    return undefined; // closed
  }
}

/** Writes beside `target`, the file that `file` names or leads to. */
async function beside(file: string, target: string): Promise<Output> {
  const temporary = `${target}.${process.pid}.tmp`;
  const handle = await openFor(file, temporary, 'wx');
  const buffer = createBuffer(file, handle);
  const remove = () => {
    if (existsSync(temporary)) unlinkSync(temporary);
  };
  const interrupted = () => {
    remove();
    process.exit(130);
  };
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  const finish = async () => {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await handle.close();
  };
  return {
    write: buffer.write,
    async commit() {
      await buffer.flush();
      await handle.sync();
      await finish();
      await rename(temporary, target);
    },
    async discard() {
      await finish();
      remove();
    },
  };
}

/** A device or pipe has no place beside it, and what it has been given can't be taken back. */
async function straight(file: string): Promise<Output> {
  const handle = await openFor(file, file, 'w');
  const buffer = createBuffer(file, handle);
  return {
    write: buffer.write,
    async commit() {
      await buffer.flush();
      await handle.close();
    },
    discard: () => handle.close(),
  };
}

async function openFor(file: string, place: string, flags: string): Promise<FileHandle> {
  try {
    return await open(place, flags);
  } catch (error) {
    throw new InputError(`cannot write ${file}: ${reasonOf(error)}.`);
  }
}

function createBuffer(file: string, handle: FileHandle) {
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
  return {
    flush,
    async write(text: string): Promise<void> {
      pending.push(text);
      size += text.length;
      if (size >= bufferedCharacters) await flush();
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
