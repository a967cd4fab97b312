import { isJsonObject } from './parse-json';

/** A replacer of JSON.stringify: JSON has no bigints. */
export function bigintsAsText(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? { bigint: String(value) } : value;
}

/** The reviver of JSON.parse that belongs to it. */
export function textAsBigints(_: string, value: unknown): unknown {
  return isJsonObject(value) && typeof value.bigint === 'string' ? BigInt(value.bigint) : value;
}
