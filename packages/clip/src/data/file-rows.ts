import { openInput } from '@slipform/kit/captions/open-input';
import type { Input } from '@slipform/kit/captions/read-rows';
import { type CaptionRow, type ReadRowsOptions, readRows } from '@slipform/kit/captions/read-rows';
import type { SkipLog } from './skips';

/** A row of a file, with where it stands: "rows.csv line 7". */
export interface FileRow {
  readonly place: string;
  readonly row: CaptionRow;
}

/** The rows of a file, one by one; what is wrong is logged and left out. */
export async function* fileRows(
  file: string,
  options: ReadRowsOptions,
  skips: SkipLog,
  input: Input = openInput(file),
): AsyncGenerator<FileRow> {
  for await (const batch of readRows(file, input, options)) {
    for (const item of batch) {
      const place = `${file} ${item.place}`;
      if ('problem' in item) skips.add(place, item.problem);
      else yield { place, row: item.value };
    }
  }
}
