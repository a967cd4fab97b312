import { captionNames, imageNames } from '@slipform/kit/formats/field-names';
import { parquetRows } from '@slipform/kit/formats/parquet-rows';
import { type Header, missingColumn } from '@slipform/kit/formats/read-table';
import { captionOfObject, imageFields } from './caption-of-object';
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
  let captions: readonly string[] = [];
  const columns = (schema: Header) => {
    captions = captionColumns(`${name}: the schema`, schema, fields);
    const imageColumns = fields.imageId === undefined ? imageFields : [fields.imageId];
    return [...captions, fields.id ?? 'id', ...imageColumns, ...imageNames, ...(fields.keep ?? [])];
  };
  yield* gatherCaptions(
    parquetRows(() => input.openAnywhere(), { name, columns }),
    ({ number, value }) => [
      captionOfObject(
        value,
        String(number),
        captions.length === 1 ? { ...fields, caption: captions[0] } : fields,
      ),
    ],
  );
}

/** The columns of captions, as they are written. @throws {InputError} if there is none, or another that was asked for is missing */
function captionColumns(where: string, schema: Header, fields: FieldNames): readonly string[] {
  const wanted = fields.caption === undefined ? captionNames : [fields.caption];
  const asWritten = wanted.filter((name) => schema.names.includes(name));
  const column = asWritten[0] ?? schema.names.find((name) => wanted.includes(name.toLowerCase()));
  refuseMissingColumns(where, schema, fields, (name) =>
    name === fields.caption ? column !== undefined : schema.names.includes(name),
  );
  if (asWritten.length > 0) return asWritten;
  if (column !== undefined) return [column];
  throw missingColumn(where, captionNames, schema, 'name the column with --caption-field');
}
