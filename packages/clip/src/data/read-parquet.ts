import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { InputError } from '../input-error';
import type { SourceRow } from './example';
import { ownField } from './read-jsonl';
import { namesOf, type RowContext, rowOfFields } from './row-of-fields';
import type { SkipLog } from './skips';

/** Rows with an image's path and a caption each. */
export async function* readParquet(
  file: string,
  context: RowContext,
  skips: SkipLog,
): AsyncGenerator<SourceRow> {
  const { fields } = context;
  const wanted = (['image', 'caption', 'id', 'negative', 'hardImage'] as const)
    .flatMap((field) => namesOf(field, fields))
    .concat('concreteness');
  for await (const { number, value, place } of readParquetObjects(file, wanted)) {
    try {
      yield rowOfFields((name) => ownField(value, name), String(number), place, context);
    } catch (error) {
      skips.add(place, (error as Error).message);
    }
  }
}

/** Rows with those of the columns that are there, one row group at a time. Column names count as they are written. */
export async function* readParquetObjects(
  file: string,
  wanted: readonly string[],
): AsyncGenerator<{ number: number; value: object; place: string }> {
  let number = 0;
  try {
    const buffer = await asyncBufferFromFile(file);
    const metadata = await parquetMetadataAsync(buffer);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const columns = names.filter((name) => wanted.includes(name));
    let rowStart = 0;
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows);
      const rows = await parquetReadObjects({
        file: buffer,
        metadata,
        columns,
        rowStart,
        rowEnd,
        compressors,
      });
      for (const value of rows) {
        number += 1;
        yield { number, value, place: `${file} row ${number}` };
      }
      rowStart = rowEnd;
    }
  } catch (error) {
    if (InputError.isInstance(error) || (error as NodeJS.ErrnoException).code !== undefined) throw error;
    throw new InputError(
      `${file} is no Parquet that can be read: ${(error as Error).message.split('\n')[0]}.`,
    );
  }
}
