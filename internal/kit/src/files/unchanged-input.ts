import { type BigIntStats, fstatSync, statSync } from 'node:fs';
import { InputError } from '../errors/input-error';

export interface InputWatch {
  /** @throws {InputError} if an input was replaced, grew or was written to since */
  assertUnchanged(): void;
}

/** Remembers what regular files are, to see whether they are the same at the end. "-" is standard input. */
export function watchInputs(files: readonly string[]): InputWatch {
  const before = files.map((file) => ({ file, mark: markOf(file) }));
  return {
    assertUnchanged() {
      for (const { file, mark } of before) {
        if (mark === undefined || mark === markOf(file)) continue;
        const name = file === '-' ? 'standard input' : file;
        throw new InputError(
          `${name} changed while it was read, so nothing is written; run it again when nothing writes to it any more.`,
        );
      }
    },
  };
}

/** What is another for another file and for other content. */
function markOf(file: string): string | undefined {
  let stat: BigIntStats;
  try {
    stat = file === '-' ? fstatSync(0, { bigint: true }) : statSync(file, { bigint: true });
  } catch {
    return 'gone';
  }
  return stat.isFile() ? `${stat.dev}:${stat.ino} ${stat.size} ${stat.mtimeNs}` : undefined;
}
