import { unreadable } from '../errors/file-error';
import type { ByteSource } from './parquet/byte-source';
import { openParquet, type ParquetOptions } from './parquet/open-parquet';
import type { PlacedValue } from './placed';
import { type Header, headerOf } from './read-table';

export type ParquetRow = Record<string, unknown>;

export interface ReadParquetOptions extends ParquetOptions {
  /** Looks at the names of the columns before any row, and says which are wanted; may throw. Default: all. */
  readonly columns?: (schema: Header) => readonly string[];
}

/**
 * The rows of a Parquet file with those of the wanted columns that are there, a page at a time. Column names count as
 * they are written.
 *
 * @param open gives its bytes at any place
 * @throws {InputError} one sentence, if it can't be read or is not Parquet
 */
export async function* parquetRows(
  open: () => Promise<ByteSource>,
  { columns, ...options }: ReadParquetOptions,
): AsyncGenerator<PlacedValue<ParquetRow>[]> {
  try {
    const parquet = await openParquet(open, options);
    try {
      const wanted = columns?.(headerOf(parquet.columns));
      let number = 0;
      for await (const rows of parquet.read(wanted)) {
        yield rows.map((value) => {
          number += 1;
          return { place: `row ${number}`, number, value };
        });
      }
    } finally {
      await parquet.close();
    }
  } catch (error) {
    throw unreadable(options.name, error);
  }
}
