import { type BigIntStats, fstatSync } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { InputError } from '@slipform/concreteness';

/** Where an output goes: standard output, a device or pipe that is written straight to, or a file. */
export type OutputPlace =
  | { readonly kind: 'standard' }
  | { readonly kind: 'straight' }
  /** `target` is the file itself where the name is a link to it. */
  | { readonly kind: 'file'; readonly target: string };

/**
 * Looks at where an output would go. A link stays one, and the file that it leads to is replaced.
 *
 * @param read the files that the command reads: none of them is ever the output
 * @throws {InputError} if the file is an input, is there and `force` is not set, or can't be written
 */
export async function findOutputPlace(
  file: string,
  read: readonly string[],
  force: boolean,
): Promise<OutputPlace> {
  if (file === '-') return { kind: 'standard' };
  const existing = await statOf(file);
  if (!existing) {
    const isLink = await lstat(file).then(
      () => true,
      () => false,
    );
    if (isLink) throw new InputError(`cannot write ${file}: it is a link to nothing; remove it first.`);
    return { kind: 'file', target: file };
  }
  if (existing.isDirectory()) throw new InputError(`cannot write ${file}: it is a folder; name a file.`);
  if (existing.isCharacterDevice() || existing.isFIFO()) return { kind: 'straight' };
  for (const input of read) {
    const other = input === '-' ? standardInput() : await statOf(input);
    if (other && other.dev === existing.dev && other.ino === existing.ino) {
      throw new InputError(`cannot write ${file}: it is the input, which would be lost; name another file.`);
    }
  }
  if (!force) throw new InputError(`${file} exists; pass --force to overwrite it.`);
  return existing.isFile() ? { kind: 'file', target: await realpath(file) } : { kind: 'straight' };
}

function statOf(file: string): Promise<BigIntStats | undefined> {
  return stat(file, { bigint: true }).catch(() => undefined);
}

function standardInput(): BigIntStats | undefined {
  try {
    return fstatSync(0, { bigint: true });
  } catch {
    return undefined; // closed
  }
}
