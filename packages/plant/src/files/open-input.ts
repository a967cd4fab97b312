import { createReadStream, statSync } from 'node:fs';
import { InputError } from '@slipform/concreteness';

export interface Input {
  readonly stream: AsyncIterable<Uint8Array>;
  /** `undefined` for standard input and pipes, which can be read once only. */
  readonly bytes: number | undefined;
}

/** Opens a file, or standard input for "-". @throws {InputError} one sentence that names the file */
export function openInput(file: string): Input {
  if (file === '-') return { stream: process.stdin, bytes: undefined };
  refuseFolder(file);
  try {
    const stat = statSync(file);
    return {
      stream: createReadStream(file, { highWaterMark: 256 * 1024 }),
      bytes: stat.isFile() ? stat.size : undefined,
    };
  } catch (error) {
    throw new InputError(`cannot read ${file}: ${reasonOf(error)}.`);
  }
}

/** A folder is called one, whatever its name ends in. @throws {InputError} for a folder */
export function refuseFolder(file: string): void {
  if (file !== '-' && statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new InputError(`cannot read ${file}: it is a folder; name a file.`);
  }
}

/** What the file system said, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};
