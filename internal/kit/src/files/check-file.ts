import type { Stats } from 'node:fs';
import { InputError } from '../errors/input-error';

export interface FileLimit {
  /** In MiB. A Buffer holds 4096 at most. */
  readonly maxMebibytes: number;
  /** Of what there may be so much, for the message: "text". */
  readonly kind?: string;
}

/**
 * Looks at what is to be read whole, before it is. Devices, pipes and folders are refused: some have no end, and some wait
 * for ever.
 *
 * @throws {InputError} one sentence that names the file
 */
export function checkFile(stat: Stats, file: string, limit: FileLimit): void {
  if (stat.isDirectory()) throw new InputError(`cannot read ${file}: it is a folder; name a file.`);
  if (!stat.isFile()) {
    const kind = stat.isFIFO() ? 'a pipe' : stat.isSocket() ? 'a socket' : 'a device';
    throw new InputError(
      `cannot read ${file}: it must be a file, got ${kind}; save what it gives to a file first.`,
    );
  }
  if (stat.size > limit.maxMebibytes * 2 ** 20) throw tooLarge(file, limit);
}

export function tooLarge(file: string, { maxMebibytes, kind }: FileLimit): InputError {
  const content = kind === undefined ? '' : ` of ${kind}`;
  return new InputError(
    `cannot read ${file}: it must hold at most ${maxMebibytes} MiB${content}; name another file.`,
  );
}
