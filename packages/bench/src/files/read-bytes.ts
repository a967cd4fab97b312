import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { InputError } from '@slipform/clip';
import { fileReason } from '@slipform/kit/file-error';
import { checkText } from '../checks/check-text';

/** Larger files than this are no embeddings of a benchmark; and a Buffer holds no more. */
const LARGEST = 4 * 2 ** 30 - 1;
/** One call of the file system reads no more than 2 GiB. */
const PIECE = 2 ** 30;

/** @throws InputError where there is no such file, it can't be read, or it is too large to be held */
export async function readBytes(file: string): Promise<Uint8Array> {
  checkText('the file', file);
  try {
    // A pipe without a writer would wait here for ever.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const stat = await handle.stat();
      if (stat.isDirectory()) throw new InputError(`${file} is a folder; name the file in it`);
      if (!stat.isFile()) throw new InputError(`${file} must be a file, got a pipe or a device`);
      if (stat.size > LARGEST)
        throw new InputError(`${file}: ${stat.size} bytes are too many, the limit is ${LARGEST}`);
      const bytes = Buffer.allocUnsafeSlow(stat.size);
      for (let at = 0; at < bytes.length; ) {
        const { bytesRead } = await handle.read(bytes, at, Math.min(PIECE, bytes.length - at), at);
        if (bytesRead === 0) throw new InputError(`${file} became shorter while it was read`);
        at += bytesRead;
      }
      return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new InputError(
      code === 'ENOENT' ? `${file} does not exist` : `${file} can't be read: ${fileReason(error)}`,
    );
  }
}
