const marker = Symbol.for('slipform.InputError');

/** What an error says, part by part. */
export interface Fault {
  /** Where it is: a function, a file, a line. */
  readonly place?: string | undefined;
  /** What is wrong there: an argument, an option, a field. */
  readonly argument?: string | undefined;
  /** With its verb: `must be an integer of at least 1`. */
  readonly rule?: string | undefined;
  /** What came instead. */
  readonly got?: string | undefined;
  readonly remedy?: string | undefined;
  /** The remedy in the flags of a command, for one that says the error anew. */
  readonly flags?: string | undefined;
}

/**
 * Thrown for a mistake in what the caller passed: its message is one sentence that names the argument, the
 * rule, what came and the remedy, fit to be shown to a user as it is. An error that was made of these parts has them as
 * fields, so that a command can say it anew of its flag, and a reader of its file (`retold`).
 *
 * Each package bundles a copy of this class, and each format of it another. `instanceof` and
 * `InputError.isInstance(error)` look for a registered symbol, so that they recognise the errors of all copies.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly [marker] = true;
  declare readonly place?: string | undefined;
  declare readonly argument?: string | undefined;
  declare readonly rule?: string | undefined;
  declare readonly got?: string | undefined;
  declare readonly remedy?: string | undefined;
  declare readonly flags?: string | undefined;

  /** @param said the sentence, or its parts */
  constructor(said: string | Fault, options?: ErrorOptions) {
    super(typeof said === 'string' ? said : sentenceOf(said), options);
    if (typeof said === 'object') Object.assign(this, said);
  }

  static isInstance(error: unknown): error is InputError {
    try {
      return Object(error)[marker] === true;
    } catch {
      // A proxy may throw at any question, and a revoked one does.
      return false;
    }
  }

  // biome-ignore-start lint/complexity/noThisInStatic: the class that is asked about may be one that extends this
  /** `instanceof` for all copies; a class that extends this one keeps the ordinary meaning. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    if (this === InputError) return InputError.isInstance(error);
    return Function.prototype[Symbol.hasInstance].call(this, error);
  }
  // biome-ignore-end lint/complexity/noThisInStatic: the class that is asked about may be one that extends this
}

function sentenceOf({ place, argument, rule, got, remedy }: Fault): string {
  const start = [place && `${place}:`, argument, rule].filter(Boolean).join(' ');
  const said = `${start}${got ? `, got ${got}` : ''}${remedy ? `; ${remedy}` : ''}`;
  return said.endsWith('?') ? said : `${said}.`;
}

/**
 * Throws an {@link InputError} of its parts: "PLACE: ARGUMENT must RULE, got GOT; REMEDY."
 *
 * @param got what came, as `shown` or `quoted` writes it
 */
export function refuse(
  place: string | undefined,
  argument: string | undefined,
  rule: string,
  got: string | number | undefined,
  remedy?: string,
): never {
  throw new InputError({ place, argument, rule, got: String(got), remedy });
}

/** What an error said, in words that go on in another sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
}

/**
 * An error with some of its parts said otherwise: of a file in place of the function that read it, of a flag in place of
 * the option. A sentence without parts is taken as a whole.
 */
export function retold(error: InputError, parts: Fault): InputError {
  const { place, argument, rule = reasonOf(error), got, remedy } = error;
  return new InputError({ place, argument, rule, got, remedy, ...parts }, { cause: error });
}

/** Arguments that no input would make good: a command ends with 2, as it does for those that commander refuses. */
export class UsageError extends InputError {
  /** What a command ends with; see `exitCodeOf`. */
  readonly exitCode = 2;
}

/** What a command ends with after an error: the error's own `exitCode`, or 1. Works across copies of a class. */
export function exitCodeOf(error: unknown): number {
  const code =
    typeof error === 'object' && error !== null && 'exitCode' in error ? error.exitCode : undefined;
  return typeof code === 'number' && Number.isInteger(code) && code >= 0 && code <= 255 ? code : 1;
}
