import { InputError } from '@slipform/concreteness';
import { type Header, showNames } from '@slipform/kit/formats/read-table';
import type { FieldNames } from './file-caption';

/** The options of the command that name fields, in the words of its user. */
type NamedField = 'caption' | 'id' | 'imageId';
const optionOf: Readonly<Record<NamedField, string>> = {
  caption: '--caption-field',
  id: '--id-field',
  imageId: '--image-field',
};
const namedFields = Object.keys(optionOf) as NamedField[];

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
  const asked = namedFields.map((field) => [optionOf[field], fields[field]] as const);
  for (const [option, name] of [...asked, ...(fields.keep ?? []).map((name) => ['--keep', name] as const)]) {
    if (name === undefined || isThere(name)) continue;
    throw new InputError(
      `${where} must name the column "${name}" of ${option}, got ${showNames(header.names)}; name one of these or leave the option out.`,
    );
  }
}

/** What is wrong with an object that lacks a field which was asked for, in words that follow its place. */
export function missingField(value: object, name: string, field: NamedField): string {
  const names = Object.keys(value);
  const others = names.length === 0 ? 'it has no field' : `it has ${showNames(names)}`;
  return `has no "${name}" (${others}); name the field with ${optionOf[field]}`;
}

/** @throws {InputError} if a field is named where there are none, with the reason and the options to leave out */
export function refuseFields(name: string, fields: FieldNames, reason: string, remedy = ''): void {
  const named = namedFields.filter((field) => fields[field] !== undefined).map((field) => optionOf[field]);
  if (fields.keep !== undefined) named.push('--keep');
  if (named.length === 0) return;
  throw new InputError(`${name} ${reason}; leave out ${named.join(' and ')}${remedy}.`);
}
