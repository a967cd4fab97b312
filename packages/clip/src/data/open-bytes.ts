import { fileBytes, inflatedBytes } from '@slipform/kit/file-bytes';
import { codeOf, fileReason } from '@slipform/kit/file-error';
import { InputError } from '../input-error';

/** A file's bytes, inflated if they are gzip. @throws {InputError} if they cannot be read */
export async function* openBytes(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* inflatedBytes(fileBytes(file));
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** What the file system or zlib said, as a sentence that names the file; any other error as it is. */
export function unreadable(file: string, error: unknown): unknown {
  return codeOf(error) === undefined ? error : new InputError(`cannot read ${file}: ${fileReason(error)}.`);
}
