import { InputError } from '../errors/input-error';
import { shown } from '../text/printable';

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
