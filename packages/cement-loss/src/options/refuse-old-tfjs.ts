import { version_core } from '@tensorflow/tfjs-core';

/**
 * Refuses tfjs 3 and older, where nothing of this package is tested. What is known is the tfjs-core that this package
 * imports. Beside a second one in the project (npm installs both) nothing is refused: they share one engine, and 3.21's
 * is the same as 4.0's. A build of tfjs without a version passes too.
 */
export function refuseOldTfjs(op: string): void {
  if (Number.parseInt(version_core, 10) < 4) {
    throw new Error(
      `${op}: @tensorflow/tfjs-core must be 4.0.0 or newer, got ${version_core}; npm install @tensorflow/tfjs-core@4`,
    );
  }
}
