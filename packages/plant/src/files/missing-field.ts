import { InputError } from '@slipform/concreteness';
import { type Header, showNames } from '@slipform/kit/formats/read-table';
import type { FieldNames } from './file-caption';

/** The options of the command that name fields, in the words of its user. */
const optionOf: Readonly<Record<keyof FieldNames, string>> = {
  caption: '--caption-field',
  id: '--id-field',
  imageId: '--image-field',
};
const fieldNames = Object.keys(optionOf) as (keyof FieldNames)[];

/**
 * A misspelt name would lose ids or images, and with them the truth of negatives, without a word.
 *
 * @throws {InputError} if a column that was asked for is not there
 */
export function refuseMissingColumns(
  where: string,
  header: Header,
  fields: FieldNames,
  isThere: (name: string) => boolean = header.has,
): void {
  for (const field of fieldNames) {
    const name = fields[field];
    if (name === undefined || isThere(name)) continue;
    throw new InputError(
      `${where} must name the column "${name}" of ${optionOf[field]}, got ${showNames(header.names)}; name one of these or leave the option out.`,
    );
  }
}

/** What is wrong with an object that lacks a field which was asked for, in words that follow its place. */
export function missingField(value: object, name: string, field: keyof FieldNames): string {
  const names = Object.keys(value);
  const others = names.length === 0 ? 'it has no field' : `it has ${showNames(names)}`;
  return `has no "${name}" (${others}); name the field with ${optionOf[field]}`;
}

/** @throws {InputError} if a field is named where there are none, with the reason and the options to leave out */
export function refuseFields(name: string, fields: FieldNames, reason: string, remedy = ''): void {
  const named = fieldNames.filter((field) => fields[field] !== undefined);
  if (named.length === 0) return;
  throw new InputError(
    `${name} ${reason}; leave out ${named.map((field) => optionOf[field]).join(' and ')}${remedy}.`,
  );
}
