import { shown } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';

/** Throws an InputError for what is no path of a folder. */
export function checkFolder(place: string, folder: unknown): asserts folder is string {
  if (typeof folder === 'string' && folder !== '' && !folder.includes('\0')) return;
  throw new InputError(`${place}: folder must be the path of a folder, got ${shown(folder)}.`);
}
