import { InputError } from '@slipform/concreteness';
import { filepathFields } from './caption-of-object';
import type { FieldNames, FileCaption } from './file-caption';

/** Where a table has what; −1 where it has it not. */
export interface Columns {
  readonly caption: number;
  readonly id: number;
  readonly imageId: number;
  readonly filepath: number;
}

/** Finds the columns of a header, whatever its capitals. @throws {InputError} if none holds the captions */
export function findColumns(header: readonly string[], fields: FieldNames, where: string): Columns {
  const names = header.map((cell) => cell.trim().toLowerCase());
  const find = (...wanted: string[]) =>
    wanted.map((name) => names.indexOf(name.toLowerCase())).find((at) => at >= 0) ?? -1;
  const captionNames = fields.caption === undefined ? ['caption', 'title'] : [fields.caption];
  const caption = find(...captionNames);
  if (caption < 0) {
    const shown = names.slice(0, 5).join(', ').slice(0, 80);
    throw new InputError(
      `${where} must name a column "${captionNames[0]}", got ${shown}; name the column with --caption-field.`,
    );
  }
  return {
    caption,
    id: find(fields.id ?? 'id'),
    imageId: find(fields.imageId ?? 'image_id'),
    filepath: find(...filepathFields),
  };
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
