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
 * @param place the function that a message begins with
 * @param of the argument or option that holds these
 * @throws InputError for options that are no object, for a name that no row has, for a value that breaks its rule, and
 *   for what throws when it is looked at (a proxy, a getter)
 */
export function readOptions<R extends Rows>(
  place: string,
  rows: R,
  options: unknown,
  of = 'options',
): OptionsRead<R> {
  const read: Record<string, unknown> = {};
  const prefix = of === 'options' ? '' : `${of}.`;
  let argument = of;
  readable(
    place,
    () => argument,
    () => {
      // What has another name is a list, a tensor, a Promise, a text …
      if (shown(options) !== 'an object') throw misfit(place, of, 'an object', options);
      const names = Object.keys(rows);
      for (const key of Object.keys(options as object))
        if (!names.includes(key)) throw unknownOption(place, `${prefix}${key}`, names);
      for (const key of names) {
        argument = `${prefix}${key}`;
        const row = rows[key]!;
        const given = (options as Readonly<Record<string, unknown>>)[key];
        const value =
          given === undefined && row.isOptional ? row.fallback : readValue(row, given, place, argument);
        if (value !== undefined) read[key] = value;
      }
    },
  );
  return read as OptionsRead<R>;
}

function unknownOption(place: string, argument: string, names: readonly string[]): InputError {
  const rule = `there is no option ${shown(argument)}`;
  const error = new InputError({ place, rule, remedy: `there are ${names.join(', ') || 'none'}` });
  // The rule has named it.
  return Object.assign(error, { argument });
}

/**
 * Looks at a value that a caller passed. What the value itself throws then (a revoked proxy, a getter) becomes a
 * sentence with its name.
 */
export function readable<T>(place: string, argument: () => string, look: () => T): T {
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
    const rule = `can't be read: it throws ${reason}`;
    throw new InputError({ place, argument: argument(), rule, remedy: 'pass plain data' });
  }
}
