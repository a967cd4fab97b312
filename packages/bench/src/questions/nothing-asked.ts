import { InputError } from '@slipform/kit/errors/input-error';

/** A file that is as it should be, and of which nothing can be asked: a run of several benchmarks leaves it out. */
export function nothingAsked(message: string): InputError {
  return Object.assign(new InputError(message), { asksNothing: true });
}

/** Whether an error is {@link nothingAsked}; the command is another bundle than the library. */
export function asksNothing(error: unknown): error is InputError {
  return InputError.isInstance(error) && 'asksNothing' in error;
}
