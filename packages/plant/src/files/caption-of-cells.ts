import { captionNames, firstFilled, imageNames } from '@slipform/kit/formats/field-names';
import type { FieldOf } from '@slipform/kit/formats/placed';
import { type Header, missingColumn } from '@slipform/kit/formats/read-table';
import { captionId } from './caption-id';
import { imageFields } from './caption-of-object';
import type { FieldNames, FileCaption } from './file-caption';
import { refuseMissingColumns } from './missing-field';

/**
 * Looks at the columns of a table.
 *
 * @param where what has them: "in.csv: the header"
 * @throws {InputError} if none holds the captions, or one that was asked for is missing
 */
export function checkColumns(where: string, header: Header, fields: FieldNames): void {
  refuseMissingColumns(where, header, fields);
  if (captionNames.some(header.has) || fields.caption !== undefined) return;
  throw missingColumn(where, captionNames, header, 'name the column with --caption-field');
}

/** The caption of one row of a table, `undefined` for a row whose caption is blank. */
export function captionOfCells(fieldOf: FieldOf, fields: FieldNames, place: string): FileCaption | undefined {
  const caption = cellOf(fieldOf, fields.caption, captionNames);
  if (caption.trim() === '') return undefined;
  const imageId = cellOf(fieldOf, fields.imageId, imageFields);
  const filepath = cellOf(fieldOf, undefined, imageNames);
  const id = captionId(cellOf(fieldOf, fields.id, idFields) || undefined, place, fields);
  const kept = fields.keep?.map((name): [string, string] => [name, textOf(fieldOf(name)) ?? '']);
  return {
    id,
    caption,
    ...(imageId ? { imageId } : {}),
    ...(filepath ? { filepath } : {}),
    ...(kept ? { kept: Object.fromEntries(kept) } : {}),
  };
}

const idFields = ['id'];

/** The cell of the column that was asked for, else of the first usual one that is filled; empty where there is none. */
function cellOf(fieldOf: FieldOf, asked: string | undefined, usual: readonly string[]): string {
  const cell = (name: string) => textOf(fieldOf(name));
  const name = asked ?? firstFilled(usual, cell);
  return (name !== undefined && cell(name)) || '';
}

function textOf(cell: unknown): string | undefined {
  return typeof cell === 'string' ? cell : undefined;
}
