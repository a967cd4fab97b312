import { InputError } from '@slipform/clip';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { readBytes } from './read-bytes';

/**
 * All rows of a Parquet file as objects, as benchmarks on Hugging Face's hub are stored; columns of bytes (pictures)
 * come as Uint8Arrays. Any of the loaders takes the rows in place of a file.
 *
 * @throws InputError where it is no Parquet that can be read
 * @example
 * const benchmark = winoground(await readParquet('test-00000-of-00001.parquet'));
 */
export async function readParquet(file: string): Promise<Record<string, unknown>[]> {
  const bytes = await readBytes(file);
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  try {
    return await parquetReadObjects({ file: buffer as ArrayBuffer, compressors, utf8: false });
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new InputError(`${file} is no Parquet that can be read: ${reason}`);
  }
}
