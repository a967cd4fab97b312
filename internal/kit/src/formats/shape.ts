import { InputError } from '../errors/input-error';
import { shown } from '../text/printable';
import { isJsonObject, ownField } from './parse-json';

/**
 * Reads a value that somebody else wrote: checks it and returns it built anew, with the fields that the shape names and
 * no others. `place` says where the value lies, `results[0].mean.value`.
 *
 * @throws InputError `PLACE must be RULE, got VALUE`
 */
export type Shape<T> = (value: unknown, place: string) => T;

type Fields<T> = { readonly [K in keyof T]: Shape<T[K]> };

/** An object with these fields, and perhaps those of `optional`. */
export function object<Needed extends object, Optional extends object = Record<never, never>>(
  needed: Fields<Needed>,
  optional: Fields<Optional> = {} as Fields<Optional>,
): Shape<Needed & Partial<Optional>> {
  return (value, place) => {
    const given = asObject(value, place);
    const entries: [string, unknown][] = [];
    for (const [key, shape] of Object.entries<Shape<unknown>>(needed)) {
      entries.push([key, shape(ownField(given, key), within(place, key))]);
    }
    for (const [key, shape] of Object.entries<Shape<unknown>>(optional)) {
      const field = ownField(given, key);
      if (field !== undefined) entries.push([key, shape(field, within(place, key))]);
    }
    return Object.fromEntries(entries) as Needed & Partial<Optional>;
  };
}

/** An object of any keys, whose values are all of one shape. */
export function dictionary<T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> {
  return (value, place) =>
    Object.fromEntries(
      Object.entries(asObject(value, place)).map(([key, each]) => [key, shape(each, within(place, key))]),
    );
}

export function list<T>(shape: Shape<T>): Shape<readonly T[]> {
  return (value, place) => {
    if (!Array.isArray(value)) throw misfit(place, 'a list', value);
    return Array.from(value, (each, index) => shape(each, `${place}[${index}]`));
  };
}

/** A finite number in a range, ends included. */
export function number({ from = -Number.MAX_VALUE, to = Number.MAX_VALUE } = {}): Shape<number> {
  const range =
    from === -Number.MAX_VALUE && to === Number.MAX_VALUE ? 'a number' : `a number from ${from} to ${to}`;
  return (value, place) => {
    if (typeof value === 'number' && value >= from && value <= to) return value;
    throw misfit(place, range, value);
  };
}

/** A whole number of at least `from`. */
export function whole(from: number): Shape<number> {
  return (value, place) => {
    if (Number.isSafeInteger(value) && (value as number) >= from) return value as number;
    throw misfit(place, `a whole number of at least ${from}`, value);
  };
}

export const text: Shape<string> = (value, place) => {
  if (typeof value === 'string') return value;
  throw misfit(place, 'a text', value);
};

/** A text that a pattern matches. */
export function textLike(pattern: RegExp, rule: string): Shape<string> {
  return (value, place) => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw misfit(place, rule, value);
  };
}

/** One of some texts. */
export function oneOf<const T extends string>(choices: readonly T[]): Shape<T> {
  return (value, place) => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw misfit(place, choices.length > 10 ? 'one that there is' : `one of ${choices.join(', ')}`, value);
  };
}

export const flag: Shape<boolean> = (value, place) => {
  if (typeof value === 'boolean') return value;
  throw misfit(place, 'true or false', value);
};

export function exactly<const T extends string | number>(wanted: T): Shape<T> {
  return (value, place) => {
    if (value === wanted) return wanted;
    throw misfit(place, JSON.stringify(wanted), value);
  };
}

/** What the rest of the program asks of an object that is right field by field; `rule` follows "must". */
export function where<T>(shape: Shape<T>, holds: (value: T) => boolean, rule: string): Shape<T> {
  return (value, place) => {
    const read = shape(value, place);
    if (holds(read)) return read;
    throw new InputError({ argument: place || 'it', rule: `must ${rule}` });
  };
}

function asObject(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (isJsonObject(value)) return value;
  throw misfit(place, 'an object', value);
}

function within(place: string, key: string): string {
  if (/^[A-Za-z_]\w*$/.test(key)) return place === '' ? key : `${place}.${key}`;
  return `${place}[${shown(key)}]`;
}

export function misfit(place: string, rule: string, value: unknown): InputError {
  return new InputError({ argument: place || 'it', rule: `must be ${rule}`, got: shown(value) });
}

/** The value that an object itself has under a name: a kind may be called "constructor". */
export function ownEntry<T>(entries: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return entries !== undefined && Object.hasOwn(entries, name) ? entries[name] : undefined;
}
