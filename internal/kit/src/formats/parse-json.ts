import { InputError } from '../errors/input-error';
import { decodeUtf8 } from '../files/text-encoding';
import { printable, quoted } from '../text/printable';
import { duplicateKey } from './duplicate-key';
import { jsonDepth } from './json-depth';
import { jsonValues } from './json-values';

export type JsonObject = Readonly<Record<string, unknown>>;

export interface JsonLimits {
  /** How deep arrays and objects may lie in one another. Default: 100. */
  readonly maxDepth?: number;
  /** How long the text may be, in bytes (`parseJsonObject`) or characters (`parseJson`). Default: no limit. */
  readonly maxLength?: number;
  /** How many values the text may hold, those within others counted too. Default: no limit. */
  readonly maxValues?: number;
}

/**
 * The value of a JSON text that somebody else wrote. Length and depth are looked at before it is parsed, and an
 * object that has a key twice is refused (JSON.parse keeps the last in silence).
 *
 * @param name what messages call it, such as the file's path
 * @throws {InputError} one sentence that begins with `name`
 */
export function parseJson(text: string, name: string, limits: JsonLimits = {}): unknown {
  const { maxDepth = 100, maxLength = Number.POSITIVE_INFINITY, maxValues } = limits;
  refuseLength(text.length, name, maxLength, 'characters');
  if (jsonDepth(text, maxDepth) > maxDepth) {
    throw new InputError(`${name} must not be nested deeper than ${maxDepth} levels.`);
  }
  if (maxValues !== undefined && jsonValues(text, maxValues) > maxValues) {
    throw new InputError(`${name} must not hold more than ${maxValues} values.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    // V8 quotes the text, line breaks included.
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`${name} must be JSON: ${printable(reason.replace(/\s+/g, ' '))}.`);
  }
  const twice = duplicateKey(text);
  if (twice !== undefined) throw new InputError(`${name} has the key ${quoted(twice)} twice.`);
  return value;
}

/** A shorter text cannot lie so deep that it costs anything. */
const shortText = 64 * 1024;

/**
 * The value of one of many JSON texts (a line, a member of a tar): only its depth is looked at.
 *
 * @throws what is wrong with it, in words that follow its place
 */
export function parseJsonPart(text: string, maxDepth = 100): unknown {
  if (text.length > shortText && jsonDepth(text, maxDepth) > maxDepth) {
    throw new Error(`is nested deeper than ${maxDepth} levels`);
  }
  try {
    return JSON.parse(text);
  } catch {
    // V8's words quote the text.
    throw new Error('is not JSON');
  }
}

/**
 * The JSON object in a file's bytes.
 *
 * @throws {InputError} as `parseJson`, and where the bytes are not UTF-8 or hold no object
 */
export function parseJsonObject(bytes: Uint8Array, name: string, limits: JsonLimits = {}): JsonObject {
  const { maxLength, ...others } = limits;
  if (maxLength !== undefined) refuseLength(bytes.length, name, maxLength, 'bytes');
  const text = decodeUtf8(bytes, name);
  const value = parseJson(text, name, others);
  if (!isJsonObject(value)) throw new InputError(`${name} must hold a JSON object.`);
  return value;
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuseLength(length: number, name: string, most: number, unit: string): void {
  if (length > most) throw new InputError(`${name} must not be longer than ${most} ${unit}, got ${length}.`);
}
