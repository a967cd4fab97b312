import { unreadable } from '@slipform/kit/file-error';
import { openParquet } from '@slipform/kit/parquet/open-parquet';
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

/** Rows with those of the columns that are there, a page at a time. Column names count as they are written. */
export async function* readParquetObjects(
  file: string,
  wanted: readonly string[],
): AsyncGenerator<{ number: number; value: object; place: string }> {
  let number = 0;
  const parquet = await openParquet(file, { name: file }).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  try {
    for await (const rows of parquet.read(wanted)) {
      for (const value of rows) {
        number += 1;
        yield { number, value, place: `${file} row ${number}` };
      }
    }
  } finally {
    await parquet.close();
  }
}
