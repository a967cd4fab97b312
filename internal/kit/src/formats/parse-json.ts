import { InputError, refuse } from '../errors/input-error';
import { decodeUtf8 } from '../files/text-encoding';
import { printable, quoted } from '../text/printable';

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
  const { maxDepth = MAX_DEPTH, maxLength = Number.POSITIVE_INFINITY, maxValues } = limits;
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

/** The most levels of JSON, where nobody asks for another limit. COCO's polygons lie five deep. */
export const MAX_DEPTH = 100;

/** A shorter text cannot lie so deep that it costs anything. */
const shortText = 64 * 1024;

/**
 * The value of one of many JSON texts (a line, a member of a tar): only its depth is looked at.
 *
 * @throws what is wrong with it, in words that follow its place
 */
export function parseJsonPart(text: string): unknown {
  if (text.length > shortText && jsonDepth(text, MAX_DEPTH) > MAX_DEPTH) {
    throw new Error(`is nested deeper than ${MAX_DEPTH} levels`);
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
  if (length > most) refuse(undefined, name, `must not be longer than ${most} ${unit}`, length);
}

/** A field of the object's own: `__proto__` and its like bring nothing. */
export function ownField(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as JsonObject)[name] : undefined;
}

/**
 * How deep the arrays and objects of a JSON text lie in one another; counting stops beyond `limit`. Nothing is
 * built, so that a text of a million brackets costs no more than a look at it.
 */
export function jsonDepth(text: string, limit: number): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length && deepest <= limit; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = stringEnd(text, at);
    else if (char === OPEN_BRACKET || char === OPEN_BRACE) deepest = Math.max(deepest, ++depth);
    else if (char === CLOSE_BRACKET || char === CLOSE_BRACE) depth -= 1;
  }
  return deepest;
}

/**
 * How many values a JSON text holds, those within others counted too (an empty array is one); counting stops beyond
 * `limit`. Each takes some fifty bytes once it is parsed, where the text may have spent two on it.
 */
function jsonValues(text: string, limit: number): number {
  let values = 1;
  for (let at = 0; at < text.length && values <= limit; at++) {
    const char = text.charCodeAt(at);
    if (char === QUOTE) at = stringEnd(text, at);
    else if (char === COMMA || char === OPEN_BRACKET || char === OPEN_BRACE) values += 1;
  }
  return values;
}

const [QUOTE, COMMA] = [0x22, 0x2c];
const [OPEN_BRACKET, CLOSE_BRACKET, OPEN_BRACE, CLOSE_BRACE] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * A key that one object of a JSON text has twice; undefined where there is none. JSON.parse keeps the last of
 * two equal keys in silence, and a reader that keeps the first would see another file. `json` must be valid.
 */
export function duplicateKey(json: string): string | undefined {
  // Keys seen in each object that is open; undefined for an array.
  const open: (Set<string> | undefined)[] = [];
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (char === '{') open.push(new Set());
    else if (char === '[') open.push(undefined);
    else if (char === '}' || char === ']') open.pop();
    else if (char === '"') {
      const end = stringEnd(json, at);
      if (isKey(json, end)) {
        const keys = open.at(-1);
        const text = json.slice(at + 1, end);
        const key = text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
        if (keys?.has(key)) return key;
        keys?.add(key);
      }
      at = end;
    }
  }
  return undefined;
}

/** Position of the quote that ends the string begun at `start`, or the text's end. */
function stringEnd(json: string, start: number): number {
  let end = start;
  let escapes: number;
  do {
    end = json.indexOf('"', end + 1);
    if (end < 0) return json.length;
    escapes = 0;
    while (json[end - 1 - escapes] === '\\') escapes++;
  } while (escapes % 2 === 1);
  return end;
}

/** A colon follows the string that ends at `end`. */
function isKey(json: string, end: number): boolean {
  let at = end + 1;
  while (json[at] === ' ' || json[at] === '\n' || json[at] === '\r' || json[at] === '\t') at++;
  return json[at] === ':';
}
