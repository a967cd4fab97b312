import { InvalidArgumentError, Option } from 'commander';

/** A whole number of at least `least`. */
export function wholeNumber(least: number) {
  return (text: string): number => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value) || value < least) {
      throw new InvalidArgumentError(`It must be a whole number of at least ${least}.`);
    }
    return value;
  };
}

/** Names of clip's backends, which help shows without loading clip. */
export const BACKENDS = ['cpu', 'wasm', 'webgl', 'webgpu', 'node', 'node-gpu'];

export const backendOption = () =>
  new Option('--backend <name>', 'tfjs backend').choices(BACKENDS).default('wasm');

/** Workers of @slipform/clip, which looks at the number itself. */
export const workersOption = () =>
  new Option('--workers <n>', 'threads that embed, on wasm and cpu; 0: one alone')
    .argParser(wholeNumber(0))
    .default('auto', 'one for each core, once the work makes up for their start');

export const seedOption = () =>
  new Option('--seed <n>', 'seed of everything random').argParser(wholeNumber(0)).default(0);

export const forceOption = (description = 'overwrite an existing output') =>
  new Option('--force', description);
