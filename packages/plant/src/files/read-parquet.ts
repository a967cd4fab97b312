import { InputError } from '@slipform/concreteness';
import { openParquet } from '@slipform/kit/parquet/open-parquet';
import { captionFields, captionOfObject, filepathFields, imageFields } from './caption-of-object';
import type { CaptionBatch, FieldNames, FileCaption, Problem } from './file-caption';
import { refuseMissingColumns, showNames } from './missing-field';
import { sizeOf } from './open-input';

/** Parquet: the columns that it needs, a page at a time. Column names count as they are written. */
export async function* readParquet(file: string, fields: FieldNames): AsyncGenerator<CaptionBatch> {
  let row = 0;
  for await (const { rows, captionColumn } of readRows(file, fields)) {
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

/** Rows in their order, with the columns of captions or all of them. @throws {InputError} if it is no such Parquet */
export async function* readRows(
  file: string,
  fields: FieldNames,
  which: 'caption columns' | 'all columns' = 'caption columns',
) {
  if (sizeOf(file) === 0) return;
  const parquet = await openParquet(file);
  try {
    const names = parquet.columns;
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
    for await (const rows of parquet.read(which === 'all columns' ? undefined : wanted)) {
      yield { rows, captionColumn };
    }
  } finally {
    await parquet.close();
  }
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
