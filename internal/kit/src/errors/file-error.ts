import { printable } from '../text/printable';
import { InputError } from './input-error';

/** So much of a file's name is said: the end of a longer one tells nothing. */
const longestName = 500;

type Reasons = Readonly<Record<string, string>>;

// Apart, so that a page that only reads has no more of them.
const readingReasons: Reasons = {
  EACCES: 'permission denied',
  EBADF: 'it is closed',
  EBUSY: 'it is in use',
  EINVAL: 'the file system refuses it',
  EIO: 'the disk reported an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open',
  ENODEV: 'there is no such device',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  ENXIO: 'nobody reads it',
  EPERM: 'permission denied',
  Z_BUF_ERROR: 'its gzip data end too early',
  Z_DATA_ERROR: 'its gzip data are broken',
};
const writingReasons: Reasons = {
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'it exists already',
  EFBIG: 'the file would be larger than the file system allows',
  ENOSPC: 'the disk is full',
  ENOTEMPTY: 'the folder is not empty',
  EPIPE: 'its reader has gone',
  EROFS: 'the file system is read-only',
  ETXTBSY: 'it is a program that runs',
  EXDEV: 'it lies on another file system',
};

/** The code of an error of the operating system or of zlib, such as ENOENT. */
export function codeOf(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Whether an error came from the operating system: no fault of ours, whatever the user can do about it. */
export function isFileSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && codeOf(error) !== undefined;
}

/** What the file system or zlib said, in words that follow "cannot read FILE: ". */
export function fileReason(error: unknown): string {
  return reasonIn(writingReasons, error) ?? readingReason(error);
}

function readingReason(error: unknown): string {
  return reasonIn(readingReasons, error) ?? (error instanceof Error ? error.message : String(error));
}

function reasonIn(reasons: Reasons, error: unknown): string | undefined {
  const code = codeOf(error);
  return code !== undefined && Object.hasOwn(reasons, code) ? reasons[code] : undefined;
}

/** What the file system or zlib said about reading a file, as a sentence that names it; any other error as it is. */
export function unreadable(name: string, error: unknown): unknown {
  if (InputError.isInstance(error) || codeOf(error) === undefined) return error;
  return new InputError(`cannot read ${printable(name, longestName)}: ${readingReason(error)}.`);
}

/** What the file system said about writing a file, as a sentence that names it; any other error as it is. */
export function unwritable(name: string, error: unknown): unknown {
  if (InputError.isInstance(error) || !isFileSystemError(error)) return error;
  return new InputError(`cannot write ${printable(name, longestName)}: ${fileReason(error)}.`, {
    cause: error,
  });
}

/**
 * Writes something: what the file system refuses meanwhile is a sentence that names the file. Errors of a file that is
 * open tell no name of their own.
 */
export async function writing<T>(name: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    throw unwritable(name, error);
  }
}
