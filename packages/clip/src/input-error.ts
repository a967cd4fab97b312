const marker = Symbol.for('slipform.InputError');

/**
 * Thrown for a mistake in what the caller passed: one sentence that names the argument, the rule, what came
 * and the remedy. Recognise it by `InputError.isInstance(error)`: two copies of a package have two classes.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly [marker] = true;

  static isInstance(error: unknown): error is InputError {
    return typeof error === 'object' && error !== null && marker in error && error[marker] === true;
  }
}
