const marker = Symbol.for('slipform.InputError');

/**
 * Thrown for a mistake in what the caller passed: its message is one sentence that names the argument, the
 * rule, what came and the remedy, fit to be shown to a user as it is.
 *
 * Each package bundles a copy of this class, and each format of it another. `instanceof` and
 * `InputError.isInstance(error)` look for a registered symbol, so that they recognise the errors of all copies.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly [marker] = true;

  static isInstance(error: unknown): error is InputError {
    return Object(error)[marker] === true;
  }

  // biome-ignore-start lint/complexity/noThisInStatic: the class that is asked about may be one that extends this
  /** `instanceof` for all copies; a class that extends this one keeps the ordinary meaning. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    if (this === InputError) return InputError.isInstance(error);
    return Function.prototype[Symbol.hasInstance].call(this, error);
  }
  // biome-ignore-end lint/complexity/noThisInStatic: the class that is asked about may be one that extends this
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
