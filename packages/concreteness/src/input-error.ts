const marker = Symbol.for('slipform.InputError');

/**
 * Thrown for a mistake in what the caller passed: its message is one sentence that names the argument, the
 * rule, what came and the remedy, fit to be shown to a user as it is.
 *
 * Two copies of a package (ESM beside CJS, two versions) have two classes, so recognise it by
 * `InputError.isInstance(error)`, which looks for a registered symbol, and not by `instanceof`.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly [marker] = true;

  static isInstance(error: unknown): error is InputError {
    return typeof error === 'object' && error !== null && marker in error && error[marker] === true;
  }
}
