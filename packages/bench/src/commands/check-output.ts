import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { InputError } from '@slipform/clip';

/**
 * Refuses, before any work is done, an output file that could not be written after it.
 *
 * @throws InputError where the file exists and `force` is not set, or where its folder does not exist.
 */
export function checkOutputFile(path: string, force = false): void {
  const folder = dirname(path);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new InputError(`${path} can't be written: its folder does not exist; make it first`);
  }
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) throw new InputError(`${path} is a folder; name a file in it`);
  if (!force) throw new InputError(`${path} exists; give another -o, or --force to overwrite it`);
}
