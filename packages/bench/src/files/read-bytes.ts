import { readFile, stat } from 'node:fs/promises';
import { InputError } from '@slipform/clip';

/** Larger files than this are no embeddings of a benchmark; and a Buffer holds no more. */
const LARGEST = 4 * 2 ** 30 - 1;

/** @throws InputError where there is no such file, or it is too large to be held */
export async function readBytes(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new InputError(`${file} does not exist`) : error;
  });
  if (!found.isFile()) throw new InputError(`${file} is a folder; name the file in it`);
  if (found.size > LARGEST)
    throw new InputError(`${file}: ${found.size} bytes are too many, the limit is ${LARGEST}`);
  const bytes = await readFile(file);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
