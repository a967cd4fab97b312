import { existsSync, readdirSync, statSync } from 'node:fs';
import { InputError } from '@slipform/kit/input-error';

/** @throws {InputError} if the folder is there, holds something, and need not be replaced */
export function refuseOldFolder(folder: string, force: boolean): void {
  if (folder === '') throw new InputError('the folder to write must have a name, got an empty one.');
  if (force || !existsSync(folder)) return;
  if (statSync(folder).isDirectory() && readdirSync(folder).length === 0) return;
  throw new InputError(
    `${folder} exists already; choose another name, or --force to replace what this command wrote there.`,
  );
}
