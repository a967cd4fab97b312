import { basename } from 'node:path';
import { UsageError } from '../errors/input-error';

/** A file that a command over many files reads. */
export interface Shard {
  readonly file: string;
  /** Its name without folder and extension: what its output is called, `00017` for `in/00017.tar.gz`. */
  readonly name: string;
}

/**
 * The shards that files are.
 *
 * @throws {UsageError} where two would have one name, upper and lower case being the same on some file systems, and
 * where a file's name makes none
 */
export function shardsOf(files: readonly string[]): Shard[] {
  const byName = new Map<string, string>();
  return files.map((file) => {
    const name = shardNameOf(file);
    const key = name.toLowerCase().normalize();
    const before = byName.get(key);
    if (before !== undefined) {
      throw new UsageError(
        `${before} and ${file} would both become the output ${name}; give one another name, or another output folder.`,
      );
    }
    byName.set(key, file);
    return { file, name };
  });
}

/** The name of a shard: the file's without folder, `.gz` and extension. @throws {UsageError} where nothing is left of it */
export function shardNameOf(file: string): string {
  const name = basename(file)
    .replace(/\.gz$/i, '')
    .replace(/\.[^.]*$/, '');
  if (file !== '-' && name !== '') return name;
  const what = file === '-' ? 'standard input' : file;
  throw new UsageError(
    `${what} has no name that an output in a folder could have; name a file such as in/00017.tar.`,
  );
}
