import { type Header, missingColumn, readTable } from '@slipform/kit/formats/read-table';
import type { SourceRow } from './example';
import { kept } from './kept';
import { openBytes } from './open-bytes';
import { namesOf, type RowContext, rowsOfItems } from './row-of-fields';
import type { SkipLog } from './skips';

/** Comma- or tab-separated rows below a header; quoted where they have to be, as pandas and NegCLIP write them. */
export async function* readTableRows(
  file: string,
  delimiter: ',' | '\t',
  context: RowContext,
  skips: SkipLog,
): AsyncGenerator<SourceRow> {
  const onHeader = (header: Header) => {
    for (const field of ['image', 'caption'] as const) {
      const wanted = namesOf(field, context.fields);
      if (!context.needs[field] || wanted.some(header.has)) continue;
      const remedy = context.remedy ?? `name it in fields.${field}`;
      throw missingColumn(`${file}: the header`, wanted, header, remedy);
    }
    for (const field of ['negative', 'hardImage'] as const) {
      const named = context.fields[field];
      if (named === undefined || header.has(named)) continue;
      throw missingColumn(`${file}: the header`, [named], header, `correct fields.${field}`);
    }
  };
  const rows = kept(readTable(openBytes(file), { delimiter, name: file, onHeader }), file, skips);
  yield* rowsOfItems(rows, (fieldOf) => fieldOf, context, skips);
}
