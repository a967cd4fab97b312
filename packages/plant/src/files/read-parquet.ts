import { InputError } from '@slipform/concreteness';
import {
  type AsyncBuffer,
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { captionFields, captionOfObject, filepathFields, imageFields } from './caption-of-object';
import type { CaptionBatch, FieldNames, FileCaption, Problem } from './file-caption';
import { refuseMissingColumns, showNames } from './missing-field';

/** Parquet: the columns that it needs, one row group at a time. Column names count as they are written. */
export async function* readParquet(file: string, fields: FieldNames): AsyncGenerator<CaptionBatch> {
  let row = 0;
  for await (const { rows, captionColumn } of readRowGroups(file, fields)) {
    const captions: FileCaption[] = [];
    const problems: Problem[] = [];
    for (const value of rows) {
      row += 1;
      try {
        captions.push(captionOfObject(value, String(row), { ...fields, caption: captionColumn }));
      } catch (error) {
        problems.push({ message: `row ${row} ${(error as Error).message}` });
      }
    }
    yield { captions, problems };
  }
}

/** Rows of each row group in turn, with the columns of captions or all of them. @throws {InputError} if it is no such Parquet */
export async function* readRowGroups(
  file: string,
  fields: FieldNames,
  which: 'caption columns' | 'all columns' = 'caption columns',
) {
  try {
    const buffer = await asyncBufferFromFile(file);
    if (buffer.byteLength === 0) return;
    await refuseOther(buffer);
    const metadata = await parquetMetadataAsync(buffer);
    const names = parquetSchema(metadata).children.map(({ element }) => element.name);
    const captionColumn = columnOf(names, fields);
    // The captions' column has been found, whatever its capitals.
    refuseMissingColumns(
      'the schema',
      names,
      fields,
      (name) => name === fields.caption || names.includes(name),
    );
    const imageColumns = fields.imageId === undefined ? imageFields : [fields.imageId];
    const wanted = [captionColumn, fields.id ?? 'id', ...imageColumns, ...filepathFields];
    const columns = which === 'all columns' ? names : names.filter((name) => wanted.includes(name));
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
      yield { rows, captionColumn };
      rowStart = rowEnd;
    }
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw new InputError(`is no Parquet that can be read: ${(error as Error).message.split('\n')[0]}`);
  }
}

/** What is no Parquet fails deep within the reader, in words about offsets. */
async function refuseOther(buffer: AsyncBuffer): Promise<void> {
  const end = Buffer.from(await buffer.slice(Math.max(0, buffer.byteLength - 4)));
  if (end.toString('latin1') === 'PAR1') return;
  throw new InputError('is no Parquet that can be read: it is cut off, or of another format');
}

function columnOf(names: readonly string[], fields: FieldNames): string {
  const wanted = fields.caption === undefined ? captionFields : [fields.caption];
  const found =
    wanted.find((name) => names.includes(name)) ?? names.find((name) => wanted.includes(name.toLowerCase()));
  if (found !== undefined) return found;
  if (fields.caption !== undefined) refuseMissingColumns('the schema', names, fields, () => false);
  throw new InputError(
    `has no column "${wanted[0]}" but ${showNames(names)}; name the column with --caption-field`,
  );
}
