import { InputError } from '@slipform/kit/input-error';
import { isJsonObject, parseJson } from '@slipform/kit/parse-json';
import { quoted } from '@slipform/kit/printable';

/** Fields that a request gets beside its own; `null` takes one of its own away. */
export type ExtraFields = Readonly<Record<string, string | number | boolean | null>>;

/** What a request itself is made of. */
const own = ['model', 'messages', 'prompt', 'image', 'echo', 'logprobs', 'stream'];

/** The fields of `--fields`. @throws {InputError} if they are no object of plain values, or take the request's own place */
export function readExtraFields(text: string): ExtraFields {
  const value = parseJson(text, '--fields', { maxDepth: 2, maxLength: 65_536 });
  if (!isJsonObject(value)) {
    throw new InputError('--fields must be a JSON object, such as {"temperature":1}.');
  }
  const fields: Record<string, string | number | boolean | null> = {};
  for (const [name, field] of Object.entries(value)) {
    if (own.includes(name)) {
      throw new InputError(`--fields must not hold ${quoted(name)}, which the command sets itself.`);
    }
    const isPlain = field === null || ['string', 'number', 'boolean'].includes(typeof field);
    if (!isPlain)
      throw new InputError(`--fields must hold texts, numbers, true, false or null in ${quoted(name)}.`);
    fields[name] = field as ExtraFields[string];
  }
  return fields;
}

/** A body with such fields. */
export function withFields(body: Readonly<Record<string, unknown>>, fields: ExtraFields) {
  return Object.fromEntries(Object.entries({ ...body, ...fields }).filter(([, value]) => value !== null));
}
