import { commandOption, wordReader } from '@slipform/kit/options/add-options';
import { flagRow, row } from '@slipform/kit/options/command-rows';
import { anyOf, choice, integer } from '@slipform/kit/options/options';

/** Reads a whole number of at least `min`. */
export const wholeNumber = (min: number) => wordReader(integer({ min }));

/** Names of clip's backends, which help shows without loading clip. */
export const BACKENDS = ['cpu', 'wasm', 'webgl', 'webgpu', 'node', 'node-gpu'];

const ROWS = {
  backend: row('tfjs backend', choice(BACKENDS), 'wasm'),
  // Workers of @slipform/clip, which looks at the number itself.
  workers: row(
    'threads that embed, on wasm and cpu; 0: one alone; auto: one for each core, once the work makes up for their start',
    anyOf(integer({ min: 0 }), choice(['auto'])),
    'auto',
  ),
  seed: row('seed of everything random', integer({ min: 0 }), 0),
};

export const backendOption = () => commandOption('backend', ROWS.backend);
export const workersOption = () => commandOption('workers', ROWS.workers);
export const seedOption = () => commandOption('seed', ROWS.seed);
export const forceOption = (help = 'overwrite an existing output') => commandOption('force', flagRow(help));
