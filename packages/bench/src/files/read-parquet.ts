import { fileReason, isFileSystemError } from '@slipform/kit/file-error';
import { InputError } from '@slipform/kit/input-error';
import { openParquet } from '@slipform/kit/parquet/open-parquet';
import { checkText } from '../checks/check-text';

/**
 * All rows of a Parquet file as objects, as benchmarks on Hugging Face's hub are stored; columns of bytes (pictures)
 * come as Uint8Arrays. Any of the loaders takes the rows in place of a file.
 *
 * @throws InputError where it is no Parquet that can be read
 * @example
 * const benchmark = winoground(await readParquet('test-00000-of-00001.parquet'));
 */
export async function readParquet(file: string): Promise<Record<string, unknown>[]> {
  checkText('readParquet: file', file);
  const rows: Record<string, unknown>[] = [];
  try {
    const parquet = await openParquet(file, { name: file, utf8: false, keepsRows: true });
    try {
      for await (const batch of parquet.read()) rows.push(...batch);
    } finally {
      await parquet.close();
    }
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    throw new InputError(
      error.code === 'ENOENT' ? `${file} does not exist` : `${file} can't be read: ${fileReason(error)}.`,
    );
  }
  return rows;
}
