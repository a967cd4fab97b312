import { parquetRows } from '@slipform/kit/formats/parquet-rows';
import { type Header, missingColumn } from '@slipform/kit/formats/read-table';
import { captionFields, captionOfObject, filepathFields, imageFields } from './caption-of-object';
import type { Input } from './caption-source';
import type { CaptionBatch, FieldNames } from './file-caption';
import { gatherCaptions } from './gather-captions';
import { refuseMissingColumns } from './missing-field';

/** Parquet: the columns that it needs, a page at a time. Column names count as they are written, but for the caption's. */
export async function* readParquetCaptions(
  name: string,
  input: Input,
  fields: FieldNames,
): AsyncGenerator<CaptionBatch> {
  let caption = '';
  const columns = (schema: Header) => {
    caption = captionColumn(`${name}: the schema`, schema, fields);
    const imageColumns = fields.imageId === undefined ? imageFields : [fields.imageId];
    return [caption, fields.id ?? 'id', ...imageColumns, ...filepathFields, ...(fields.keep ?? [])];
  };
  yield* gatherCaptions(
    parquetRows(() => input.openAnywhere(), { name, columns }),
    ({ number, value }) => [captionOfObject(value, String(number), { ...fields, caption })],
  );
}

/** The column of captions, as it is written. @throws {InputError} if there is none, or another that was asked for is missing */
function captionColumn(where: string, schema: Header, fields: FieldNames): string {
  const wanted = fields.caption === undefined ? captionFields : [fields.caption];
  const column =
    wanted.find((name) => schema.names.includes(name)) ??
    schema.names.find((name) => wanted.includes(name.toLowerCase()));
  refuseMissingColumns(where, schema, fields, (name) =>
    name === fields.caption ? column !== undefined : schema.names.includes(name),
  );
  if (column !== undefined) return column;
  throw missingColumn(where, captionFields, schema, 'name the column with --caption-field');
}
