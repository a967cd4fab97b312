import { InputError, refuse } from '@slipform/kit/errors/input-error';
import { quoted, shown } from '@slipform/kit/text/printable';
import { Objection } from '../../svg/objection';
import { elementsOf } from '../../svg/why-not-drawn';

/** An object of somebody else's JSON, seen through its own keys alone: `__proto__` and `constructor` are names like others. */
export type Entries = readonly (readonly [string, unknown])[];

/** More icons in one set, or more aliases, are refused; the largest set of Iconify has 31,722. */
const maxEntries = 200_000;

/** More characters in one drawing are refused; the longest of Iconify has 898,083. */
const longestBody = 4_000_000;

/** Names become names of files: no slash, no dots in front, no colon. */
const nameRule = /^[a-z0-9][a-z0-9_.-]{0,199}$/i;

export function entriesOf(value: unknown, what: string): Entries {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse('readIconSet', what, 'must be an object', shown(value), 'pass the JSON of a set');
  }
  const entries = Object.entries(value);
  if (entries.length > maxEntries) {
    refuse('readIconSet', what, `must have at most ${maxEntries} entries`, entries.length, 'split the set');
  }
  return entries;
}

/** One key of an object; a key of its prototype does not count. */
export function ownKey(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

export function checkName(name: string, what: string): string {
  if (nameRule.test(name)) return name;
  refuse(
    'readIconSet',
    what,
    'must have letters, digits, dots, - and _ alone (200 at most)',
    quoted(name),
    'rename it',
  );
}

/** A text, or `fallback` where there is none. */
export function textOf(value: unknown, what: string, fallback: string): string {
  if (value === undefined) return fallback;
  if (typeof value === 'string' && value.length <= 1000) return value;
  refuse('readIconSet', what, 'must be a text of at most 1000 characters', shown(value));
}

/** The finite number at a key, within ±100,000; undefined where there is none. */
export function numberAt(value: unknown, key: string, what: string): number | undefined {
  const number = ownKey(value, key);
  if (number === undefined) return undefined;
  if (typeof number === 'number' && Math.abs(number) <= 100_000) return number;
  refuse(
    `readIconSet: ${what}`,
    key,
    'must be a number from -100000 to 100000',
    shown(number),
    'correct the set',
  );
}

/** @throws {InputError} for what is no drawing, and for one that could run, load or name something beyond it */
export function bodyOf(icon: unknown, what: string): string {
  const body = ownKey(icon, 'body');
  if (typeof body !== 'string' || body.length > longestBody) {
    refuse(
      `readIconSet: ${what}`,
      'body',
      `must be a text of at most ${longestBody} characters`,
      shown(body),
    );
  }
  try {
    elementsOf(body);
  } catch (error) {
    if (!(error instanceof Objection)) throw error;
    throw new InputError(
      `readIconSet: ${what}: a drawing must be plain SVG that shows shapes and loads nothing, but ${error.message}; remove it.`,
    );
  }
  return body;
}
