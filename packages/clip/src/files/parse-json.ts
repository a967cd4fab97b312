import { InputError } from '../input-error';
import { duplicateKey } from './duplicate-key';

export type JsonObject = Readonly<Record<string, unknown>>;

/**
 * The JSON object in a file's bytes; throws an InputError that names the file where it is not UTF-8, not JSON,
 * no object, or has a key twice.
 */
export function parseJsonObject(bytes: Uint8Array, name: string): JsonObject {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`${name} must be UTF-8 text.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputError(`${name} must be JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  if (!isJsonObject(value)) throw new InputError(`${name} must hold a JSON object.`);
  const twice = duplicateKey(text);
  if (twice !== undefined) throw new InputError(`${name} has the key ${JSON.stringify(twice)} twice.`);
  return value;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
