// One table of options: its type, its names, its checks. What a command and a README need of it lies beside:
// options/add-options.ts and options/options-markdown.ts.

import { InputError } from '../errors/input-error';
import { printable, shown } from '../text/printable';

/** What one option must be, of whatever type: a row of a table of options. */
export interface Row {
  /** What follows "must be" in a sentence: `an integer from 1 to 100`. */
  readonly what: string;
  /** Whether a value keeps the rule. */
  readonly holds: (value: unknown) => boolean;
  /**
   * Makes a copy of a value that keeps the rule, and looks into it: for lists and records.
   *
   * @throws InputError for a part that breaks its rule
   */
  readonly copy?: ((value: never, place: string, argument: string) => unknown) | undefined;
  readonly isOptional?: true | undefined;
  /** What the option is when it is left out. */
  readonly fallback?: unknown;
  /** How a word on a command line becomes a value. Missing: it is the value. */
  readonly form?: 'number' | 'flag' | undefined;
  /** The same for a value that has a form of its own there, such as `1-7`; what can't be read it leaves to `holds`. */
  readonly parse?: (word: string) => unknown;
  /** Of a list: the rule of its entries, which a command line has with commas between them. */
  readonly entry?: Row;
  /** Of a list: its option comes several times on a command line, and no word is cut at commas. */
  readonly isRepeated?: true;
  /** What a command's help puts behind the option's name: `<file>`. */
  readonly placeholder?: string;
  /** The words of a choice. */
  readonly choices?: readonly string[];
  /** What the option does, for help and README; see `described`. */
  readonly help?: string;
}

/** A row for values that a caller writes as a `T`; they are read as a `Read`. */
export interface RuleOf<T, Read> extends Row {
  /** Never there. They carry the types; the first makes the compiler compare `T` both ways: a choice with a word too few is another type. */
  readonly exact?: (value: T) => T;
  readonly reads?: Read;
}

/** A value that must be given. */
export interface Rule<T, Read = T> extends RuleOf<T, Read> {
  readonly isOptional?: undefined;
}

/** A value that may be left out. */
export interface OptionalRule<T, Read = T> extends RuleOf<T, Read | undefined> {
  readonly isOptional: true;
}

/** A value that may be left out, and what it is then. */
export interface DefaultRule<T, Read = T> extends RuleOf<T, Read> {
  readonly isOptional: true;
  readonly fallback: Read;
}

/**
 * A rule that a value keeps or breaks as a whole, for what has no rule of its own here: an instance, an object with a
 * method.
 *
 * @param what follows "must be", with where such a value comes from: `a model, as createClip returns it`
 * @param holds whether a value keeps it; what the value throws when it is looked at becomes a sentence
 * @param command how a word on a command line becomes a value
 */
/* @__NO_SIDE_EFFECTS__ */
export function rule<T>(
  what: string,
  holds: (value: unknown) => boolean,
  command?: Pick<Row, 'form' | 'placeholder' | 'choices'>,
): Rule<T> {
  return { what, holds, ...command };
}

/** A value by its rule, without regard to `isOptional`. @throws InputError */
export function readValue(row: Row, value: unknown, place: string, argument: string): unknown {
  if (!row.holds(value)) throw misfit(place, argument, row.what, value);
  return row.copy ? row.copy(value as never, place, argument) : value;
}

/** The error for a value that breaks a rule: `trainClip: steps must be an integer of at least 0, got "many".` */
export function misfit(place: string, argument: string, what: string, value: unknown): InputError {
  return new InputError({ place, argument, rule: `must be ${what}`, got: shown(value) });
}

/** A rule with the sentence that help and README say of the option. */
/* @__NO_SIDE_EFFECTS__ */
export function described<R extends Row>(help: string, of: R): R {
  return { ...of, help };
}

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

/** The options of one function or command: a rule for each. */
export interface OptionTable<R extends Rows = Rows> {
  /** The function or command that messages begin with. */
  readonly caller: string;
  readonly rows: R;
  /** Checks options and fills in defaults; see `readOptions`. @throws InputError */
  readonly read: (options: unknown) => OptionsRead<R>;
}

/**
 * Options as one table, from which follow the names that there are, the check of each value, the defaults, a command's
 * help (`addOptions`) and a table for the README (`optionsMarkdown`). The type follows too:
 *
 * ```ts
 * const table = defineOptions('mine', { seed: optional(integer({ min: 0 }), 0), onSkip: optional(callback()) });
 * type MineOptions = OptionsOf<typeof table.rows>;
 * ```
 *
 * or the compiler checks the table against an interface that is written out, with a docstring for each option. A row
 * that is missing, one too many or one of another type does not compile:
 *
 * ```ts
 * const table = defineOptions('mine', {
 *   seed: optional(integer({ min: 0 }), 0),
 *   onSkip: optional(callback()),
 * } satisfies RowsFor<MineOptions>);
 * const { seed } = table.read(options);
 * ```
 */
/* @__NO_SIDE_EFFECTS__ */
export function defineOptions<const R extends Rows>(caller: string, rows: R): OptionTable<R> {
  return { caller, rows, read: (options) => readOptions(caller, rows, options) };
}

/**
 * A value that may be left out; undefined counts as left out, null does not.
 *
 * @param fallback what it is then
 */
export function optional<T, Read>(of: Rule<T, Read>): OptionalRule<T, Read>;
export function optional<T, Read>(of: Rule<T, Read>, fallback: NoInfer<Read>): DefaultRule<T, Read>;
/* @__NO_SIDE_EFFECTS__ */
export function optional<T, Read>(of: Rule<T, Read>, fallback?: Read): OptionalRule<T, Read> {
  return { ...of, isOptional: true, ...(fallback !== undefined && { fallback }) };
}

/** The rows of one table with those of another; of two of one name the second counts. A spread would bundle both. */
/* @__NO_SIDE_EFFECTS__ */
export function extend<A extends Rows, B extends Rows>(rows: A, more: B): Omit<A, keyof B> & B {
  return { ...rows, ...more };
}

/** An object among the options that has a table of its own: `checkpoint: { folder, every }`. It comes out as a copy. */
/* @__NO_SIDE_EFFECTS__ */
export function record<R extends Rows>({ rows }: OptionTable<R>): Rule<OptionsOf<R>, OptionsRead<R>> {
  return {
    what: `an object with ${Object.keys(rows).join(', ')}`,
    holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    copy: (value, place, argument) => readOptions(place, rows, value, argument),
  };
}

export interface Bounds {
  /** The least value. */
  readonly min?: number;
  /** The largest value. */
  readonly max?: number;
}

export interface NumberBounds extends Bounds {
  /** The value must be larger than this. */
  readonly above?: number;
  /** The value must be smaller than this. */
  readonly below?: number;
}

/** A finite number within bounds. */
/* @__NO_SIDE_EFFECTS__ */
export function number(bounds: NumberBounds = {}): Rule<number> {
  return numeric('a finite number', Number.isFinite, bounds);
}

/** An integer within bounds; without a bound up to 2⁵³ − 1, the last that a number holds exactly. */
/* @__NO_SIDE_EFFECTS__ */
export function integer(bounds: Bounds = {}): Rule<number> {
  return numeric('an integer', Number.isSafeInteger, bounds);
}

function numeric(kind: string, is: (value: unknown) => boolean, bounds: NumberBounds): Rule<number> {
  const { min, max, above, below } = bounds;
  const ends = Object.entries({ 'of at least': min, above, 'of at most': max, below })
    .filter(([, end]) => end !== undefined)
    .map((words) => words.join(' '));
  const what = min !== undefined && max !== undefined ? `from ${min} to ${max}` : ends.join(' and ');
  return rule(
    `${kind} ${what}`.trim(),
    // A comparison with undefined, a bound that is not there, is false.
    (value) => {
      const x = value as number;
      return is(x) && !(x < min! || x > max! || x <= above! || x >= below!);
    },
    { form: 'number' },
  );
}

/**
 * A text with at least one character. An empty one is mostly a variable of a script that is not set.
 *
 * @param what the text is, for messages, with its article: `the name of a file`
 */
/* @__NO_SIDE_EFFECTS__ */
export function text(what = 'a text that is not empty', placeholder = '<text>'): Rule<string> {
  return rule(what, (value) => typeof value === 'string' && value !== '', { placeholder });
}

/** One of some words. */
/* @__NO_SIDE_EFFECTS__ */
export function choice<const T extends string>(choices: readonly T[]): Rule<T> {
  return rule(`one of ${choices.join(', ')}`, (value) => choices.some((word) => word === value), { choices });
}

/** True or false; nothing else counts as one of them. */
/* @__NO_SIDE_EFFECTS__ */
export function flag(): Rule<boolean> {
  return rule('true or false', (value) => typeof value === 'boolean', { form: 'flag' });
}

/** A function; what it takes and returns is known to the compiler alone. */
/* @__NO_SIDE_EFFECTS__ */
export function callback<T extends (...values: never[]) => unknown>(what = 'a function'): Rule<T> {
  return rule(what, (value) => typeof value === 'function');
}

export interface ListLength {
  /** The fewest entries. Default 0. */
  readonly min?: number;
}

/**
 * An array whose entries all keep one rule; it comes out as a copy. On a command line it is words with commas between
 * them.
 *
 * @param what the entries are together, for messages: `a list of slots`
 */
/* @__NO_SIDE_EFFECTS__ */
export function listOf<T>(entry: Rule<T>, what = 'a list', { min = 0 }: ListLength = {}): Rule<readonly T[]> {
  const whole = `${what}${min > 0 ? ` with at least ${min} ${min === 1 ? 'entry' : 'entries'}` : ''}, each ${entry.what}`;
  return {
    what: whole,
    holds: (value) => Array.isArray(value) && value.length >= min,
    // Not map: it leaves holes out.
    copy: (list, place, name) =>
      Array.from(list, (each, at) => readValue(entry, each, place, `${name}[${at}]`)),
    entry,
  };
}

/** A value that keeps one of two rules. */
/* @__NO_SIDE_EFFECTS__ */
export function anyOf<A, B>(first: Rule<A>, second: Rule<B>): Rule<A | B> {
  return {
    what: `${first.what} or ${second.what}`,
    holds: (value) => first.holds(value) || second.holds(value),
    copy: (value, ...at) => readValue(first.holds(value) ? first : second, value, ...at),
    form: first.form,
  };
}

/** An AbortSignal, of whatever realm: a page and its frame have a class each. */
/* @__NO_SIDE_EFFECTS__ */
export function abortSignal(): Rule<AbortSignal> {
  return rule(
    'an AbortSignal, such as new AbortController().signal',
    (value) => Object.prototype.toString.call(value) === '[object AbortSignal]',
  );
}
