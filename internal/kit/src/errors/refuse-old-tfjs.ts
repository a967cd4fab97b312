import { refuse } from './input-error';

/**
 * Refuses tfjs 3 and older, where nothing is tested.
 *
 * @param version `version_core` of the tfjs-core that the package imports; beside a second one in the project (they share
 * one engine) nothing is refused
 */
export function refuseOldTfjs(place: string, version: string): void {
  if (Number.parseInt(version, 10) < 4) {
    refuse(
      place,
      '@tensorflow/tfjs-core',
      'must be 4.0.0 or newer',
      version,
      'npm install @tensorflow/tfjs-core@4',
    );
  }
}
