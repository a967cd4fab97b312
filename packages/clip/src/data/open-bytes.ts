import { unreadable } from '@slipform/kit/errors/file-error';
import { fileBytes, inflatedBytes } from '@slipform/kit/files/file-bytes';

/** A file's bytes, inflated if they are gzip. @throws {InputError} if they cannot be read */
export async function* openBytes(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* inflatedBytes(fileBytes(file), /\.gz$/i.test(file) ? file : undefined);
  } catch (error) {
    throw unreadable(file, error);
  }
}
