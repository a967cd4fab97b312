import { InputError } from '@slipform/kit/input-error';
import { isJsonObject, type JsonObject, parseJson } from '@slipform/kit/parse-json';
import { quoted } from '@slipform/kit/printable';

/** Fields that a request gets beside its own; `null` takes one of its own away. */
export type ExtraFields = JsonObject;

/** What a request itself is made of. */
const own = ['model', 'messages', 'prompt', 'image', 'echo', 'logprobs', 'stream'];

/** The fields of `--fields`. @throws {InputError} if they are no JSON object, or take the place of the request's own */
export function readExtraFields(text: string): ExtraFields {
  const fields = parseJson(text, '--fields', { maxDepth: 20, maxLength: 65_536 });
  if (!isJsonObject(fields)) {
    throw new InputError('--fields must be a JSON object, such as {"temperature":1}.');
  }
  const taken = Object.keys(fields).find((name) => own.includes(name));
  if (taken === undefined) return fields;
  throw new InputError(`--fields must not hold ${quoted(taken)}, which the command sets itself.`);
}

/** A body with such fields. */
export function withFields(body: JsonObject, fields: ExtraFields): JsonObject {
  return Object.fromEntries(Object.entries({ ...body, ...fields }).filter(([, value]) => value !== null));
}
