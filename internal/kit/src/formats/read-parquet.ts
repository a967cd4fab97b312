import { openBytes } from './parquet/open-bytes';
import { type ParquetRow, parquetRows, type ReadParquetOptions } from './parquet-rows';
import type { PlacedValue } from './placed';

/** `parquetRows` of a file. @throws {InputError} one sentence, if it can't be read or is not Parquet */
export function readParquet(
  file: string,
  options: ReadParquetOptions,
): AsyncGenerator<PlacedValue<ParquetRow>[]> {
  return parquetRows(() => openBytes(file), options);
}
