import { version_core } from '@tensorflow/tfjs-core';
import { InputError } from './input-error';

/**
 * Refuses tfjs 3 and older, where nothing of this package is tested. What is known is the tfjs-core that this package
 * imports; beside a second one in the project (they share one engine) nothing is refused.
 */
export function refuseOldTfjs(place: string): void {
  if (Number.parseInt(version_core, 10) < 4) {
    throw new InputError(
      `${place}: @tensorflow/tfjs-core must be 4.0.0 or newer, got ${version_core}; npm install @tensorflow/tfjs-core@4.`,
    );
  }
}
