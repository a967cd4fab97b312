import { InputError } from '@slipform/concreteness';
import { captionFields, filepathFields, imageFields } from './caption-of-object';
import type { FieldNames, FileCaption } from './file-caption';
import { refuseMissingColumns, showNames } from './missing-field';

/** Where a table has what; −1 where it has it not. */
export interface Columns {
  readonly caption: number;
  readonly id: number;
  readonly imageId: number;
  readonly filepath: number;
}

/** Finds the columns of a header, whatever its capitals. @throws {InputError} if none holds the captions, or one that was asked for is missing */
export function findColumns(header: readonly string[], fields: FieldNames, where: string): Columns {
  const names = header.map((cell) => cell.trim().toLowerCase());
  const find = (...wanted: string[]) =>
    wanted.map((name) => names.indexOf(name.toLowerCase())).find((at) => at >= 0) ?? -1;
  const captionNames = fields.caption === undefined ? captionFields : [fields.caption];
  const caption = find(...captionNames);
  refuseMissingColumns(where, names, fields, (name) => find(name) >= 0);
  if (caption < 0) {
    throw new InputError(
      `${where} must name a column "${captionNames[0]}", got ${showNames(names)}; name the column with --caption-field.`,
    );
  }
  return {
    caption,
    id: find(fields.id ?? 'id'),
    imageId: fields.imageId === undefined ? find(...imageFields) : find(fields.imageId),
    filepath: find(...filepathFields),
  };
}

/** What is wrong with a row of another width than the header. */
export function otherWidth(found: number, expected: number): string {
  return `has ${found} ${found === 1 ? 'column' : 'columns'} where the header has ${expected}`;
}

/** The caption of one row, `undefined` for a row whose caption is blank. */
export function captionOfRow(
  cells: readonly string[],
  columns: Columns,
  place: string,
): FileCaption | undefined {
  const caption = cells[columns.caption] ?? '';
  if (caption.trim() === '') return undefined;
  const imageId = columns.imageId < 0 ? undefined : cells[columns.imageId];
  const filepath = columns.filepath < 0 ? undefined : cells[columns.filepath];
  const id = (columns.id < 0 ? undefined : cells[columns.id]) || place;
  return { id, caption, ...(imageId ? { imageId } : {}), ...(filepath ? { filepath } : {}) };
}
