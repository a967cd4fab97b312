import { lstat, realpath, stat } from 'node:fs/promises';
import { InputError } from '@slipform/kit/errors/input-error';

/** Where an output goes: standard output, a device or pipe that is written straight to, or a file. */
export type OutputPlace =
  | { readonly kind: 'standard' }
  /** `isPipe`: opening it waits for a reader. */
  | { readonly kind: 'straight'; readonly isPipe: boolean }
  /** `target` is the file itself where the name is a link to it. */
  | { readonly kind: 'file'; readonly target: string };

/**
 * Looks at where an output would go. A link stays one, and the file that it leads to is replaced.
 *
 * @throws {InputError} if nothing can be written there
 */
export async function findOutputPlace(file: string): Promise<OutputPlace> {
  if (file === '-') return { kind: 'standard' };
  const existing = await stat(file).catch(() => undefined);
  if (!existing) {
    const isLink = await lstat(file).then(
      () => true,
      () => false,
    );
    if (isLink) throw new InputError(`cannot write ${file}: it is a link to nothing; remove it first.`);
    return { kind: 'file', target: file };
  }
  if (existing.isDirectory()) throw new InputError(`cannot write ${file}: it is a folder; name a file.`);
  if (existing.isFile()) return { kind: 'file', target: await realpath(file) };
  if (existing.isCharacterDevice() || existing.isFIFO())
    return { kind: 'straight', isPipe: existing.isFIFO() };
  throw new InputError(`cannot write ${file}: it is no file, pipe or device for characters; name another.`);
}
