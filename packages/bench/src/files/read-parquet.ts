import { openBytes } from '@slipform/kit/formats/parquet/open-bytes';
import { parquetRows } from '@slipform/kit/formats/parquet-rows';
import { readValue } from '@slipform/kit/options/options';
import { fileName } from './file-name';

/**
 * All rows of a Parquet file as objects, as benchmarks on Hugging Face's hub are stored; columns of bytes (pictures)
 * come as Uint8Arrays. Any of the loaders takes the rows in place of a file.
 *
 * @throws InputError where it is no Parquet that can be read
 * @example
 * const benchmark = winoground(await readParquet('test-00000-of-00001.parquet'));
 */
export async function readParquet(file: string): Promise<Record<string, unknown>[]> {
  readValue(fileName, file, 'readParquet', 'file');
  const rows: Record<string, unknown>[] = [];
  for await (const batch of parquetRows(() => openBytes(file), {
    name: file,
    utf8: false,
    keepsRows: true,
  })) {
    for (const { value } of batch) rows.push(value);
  }
  return rows;
}
