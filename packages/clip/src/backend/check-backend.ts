import { backend } from '@tensorflow/tfjs-core';
import { InputError } from '../input-error';

/**
 * Throws an InputError where no backend has been started. tfjs starts one whose package has been imported by itself;
 * without one it has no words for what to do.
 *
 * @param action what needs it, such as `a model is made`
 */
export function checkBackend(place: string, action: string): void {
  try {
    backend();
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/\.$/, '') : String(error);
    throw new InputError(
      `${place}: a backend of tfjs must have been started before ${action} (${reason}); await useBackend('wasm') first.`,
    );
  }
}
