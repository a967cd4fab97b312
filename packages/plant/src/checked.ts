import { InputError } from '@slipform/concreteness';

/**
 * Runs the checks of a value that a caller passed. What the value itself throws when it is looked at (a revoked proxy, a
 * getter, an iterator that is not one) becomes a sentence as well.
 *
 * @throws {InputError}
 */
export function checked<T>(place: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (InputError.isInstance(error)) throw error;
    throw new InputError(`${place} can't be read: it throws an error of its own; pass plain data.`);
  }
}
