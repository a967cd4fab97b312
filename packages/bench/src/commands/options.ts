import { flagRow, row } from '@slipform/kit/options/command-rows';
import { anyOf, choice, integer } from '@slipform/kit/options/options';

/** Names of clip's backends, which help shows without loading clip. */
export const BACKENDS = ['cpu', 'wasm', 'webgl', 'webgpu', 'node', 'node-gpu'];

export const backendRow = row('tfjs backend', choice(BACKENDS), 'wasm');
// Workers of @slipform/clip, which looks at the number itself.
export const workersRow = row(
  'threads that embed, on wasm and cpu; 0: one alone; auto: one for each core, once the work makes up for their start',
  anyOf(integer({ min: 0 }), choice(['auto'])),
  'auto',
);
export const seedRow = row('seed of everything random', integer({ min: 0 }), 0);
export const forceRow = flagRow('overwrite an existing output');
