import type { FieldOf } from '@slipform/kit/formats/placed';
import { type Header, missingColumn } from '@slipform/kit/formats/read-table';
import { captionFields, filepathFields, imageFields } from './caption-of-object';
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
  if (captionFields.some(header.has) || fields.caption !== undefined) return;
  throw missingColumn(where, captionFields, header, 'name the column with --caption-field');
}

/** The caption of one row of a table, `undefined` for a row whose caption is blank. */
export function captionOfCells(fieldOf: FieldOf, fields: FieldNames, place: string): FileCaption | undefined {
  const cell = (asked: string | undefined, usual: readonly string[]) => {
    const found = (asked === undefined ? usual : [asked]).map(fieldOf).find((value) => value !== undefined);
    return typeof found === 'string' ? found : '';
  };
  const caption = cell(fields.caption, captionFields);
  if (caption.trim() === '') return undefined;
  const imageId = cell(fields.imageId, imageFields);
  const filepath = cell(undefined, filepathFields);
  const id = cell(fields.id, ['id']) || place;
  return { id, caption, ...(imageId ? { imageId } : {}), ...(filepath ? { filepath } : {}) };
}
