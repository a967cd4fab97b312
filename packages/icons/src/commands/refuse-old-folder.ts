import { existsSync, readdirSync, statSync } from 'node:fs';
import { InputError } from '@slipform/kit/errors/input-error';

/** @throws {InputError} if it is a file, or a folder that holds something and need not be replaced */
export function refuseOldFolder(folder: string, force: boolean): void {
  if (folder === '') throw new InputError('the folder to write must have a name, got an empty one.');
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new InputError(`${folder} is a file; name a folder.`);
  if (force || readdirSync(folder).length === 0) return;
  throw new InputError(
    `${folder} exists already; choose another name, or --force to replace what this command wrote there.`,
  );
}
