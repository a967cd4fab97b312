import { InputError, reasonOf } from '@slipform/kit/errors/input-error';
import { backend } from '@tensorflow/tfjs-core';

/**
 * @param action what needs it, such as `a model is made`
 * @throws {InputError} where no backend has been started. tfjs starts one whose package has been imported by itself;
 *   without one it has no words for what to do
 */
export function checkBackend(place: string, action: string): void {
  try {
    backend();
  } catch (error) {
    throw new InputError(
      `${place}: a backend of tfjs must have been started before ${action} (${reasonOf(error)}); await useBackend('wasm') first.`,
    );
  }
}
