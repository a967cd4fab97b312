import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..', '..');

/** The launchers that users copy, run here as they are. */
export const launchers = join(root, 'examples', 'cluster');

/** The command itself. */
export const plantBin = join(root, 'packages', 'plant', 'bin', 'slipform-plant.js');
