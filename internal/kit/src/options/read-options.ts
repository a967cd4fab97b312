import { InputError } from '../errors/input-error';
import { printable, shown } from '../text/printable';
import { type DefaultRule, misfit, type OptionalRule, type Row, type Rule, readValue } from './rule';

/** A rule for each option by its name. */
export type Rows = Readonly<Record<string, Row>>;

/**
 * The rows that an interface of options asks for: a rule of exactly its type for each option, an optional rule where the
 * option is optional. For `satisfies`.
 */
export type RowsFor<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? OptionalRow<Exclude<T[K], undefined>> | OptionalRow<Plain<Exclude<T[K], undefined>>>
    : Rule<T[K]> | Rule<Plain<T[K]>>;
};

type OptionalRow<T> = OptionalRule<T> | DefaultRule<T>;

/** An object of options whose optional keys are missing or of their type; `record` has this form. */
type Plain<T> = T extends ((...values: never[]) => unknown) | readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]: Exclude<T[K], undefined> }
    : T;

/** The options as a caller writes them: what is optional may be missing. */
export type OptionsOf<R extends Rows> = Flat<
  {
    readonly [K in keyof R as R[K]['isOptional'] extends true ? never : K]: Written<R[K]>;
  } & {
    readonly [K in keyof R as R[K]['isOptional'] extends true ? K : never]?: Written<R[K]>;
  }
>;

/** The options as they are read: what has a default is there. */
export type OptionsRead<R extends Rows> = Flat<
  {
    readonly [K in keyof R as undefined extends ReadBy<R[K]> ? never : K]: ReadBy<R[K]>;
  } & {
    readonly [K in keyof R as undefined extends ReadBy<R[K]> ? K : never]?: Exclude<ReadBy<R[K]>, undefined>;
  }
>;

type Written<R> = R extends { readonly exact?: (value: infer T) => unknown } ? T : never;
type ReadBy<R> = R extends { readonly reads?: infer Read }
  ? R extends DefaultRule<never, unknown>
    ? Exclude<Read, undefined>
    : Read
  : never;
type Flat<T> = { readonly [K in keyof T]: T[K] };

/**
 * Reads options by their rows: each one once, into a new object. What is optional and missing is filled in with its
 * default, or stays out.
 *
 * @param caller the function that a message begins with
 * @throws InputError for options that are no object, for a name that no row has, for a value that breaks its rule, and
 *   for what throws when it is looked at (a proxy, a getter)
 */
export function readOptions<R extends Rows>(caller: string, rows: R, options: unknown): OptionsRead<R> {
  const read: Record<string, unknown> = {};
  let name = `${caller}: options`;
  readable(
    () => name,
    () => {
      // What has another name is a list, a tensor, a Promise, a text …
      if (shown(options) !== 'an object') throw misfit(name, 'an object', options);
      const names = Object.keys(rows);
      for (const key of Object.keys(options as object)) {
        if (names.includes(key)) continue;
        throw new InputError(
          `${caller}: there is no option ${shown(key)}; there are ${names.join(', ') || 'none'}.`,
        );
      }
      for (const key of names) {
        name = `${caller}: ${key}`;
        const row = rows[key]!;
        const given = (options as Readonly<Record<string, unknown>>)[key];
        const value = given === undefined && row.isOptional ? row.fallback : readValue(row, given, name);
        if (value !== undefined) read[key] = value;
      }
    },
  );
  return read as OptionsRead<R>;
}

/**
 * Looks at a value that a caller passed. What the value itself throws then (a revoked proxy, a getter) becomes a
 * sentence with its name.
 */
export function readable<T>(name: () => string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    let reason = 'an error of its own';
    try {
      reason = printable(String(error));
    } catch {
      // Not even its text can be read.
    }
    throw new InputError(`${name()} can't be read: it throws ${reason}; pass plain data.`);
  }
}
