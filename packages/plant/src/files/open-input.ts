import { statSync } from 'node:fs';
import { InputError } from '@slipform/concreteness';
import { fileBytes, inflatedBytes } from '@slipform/kit/file-bytes';
import { unreadable } from '@slipform/kit/file-error';
import { isGzipName } from './caption-format';
import { sayIfWaiting } from './say-if-waiting';

export interface Input {
  /** The file's bytes, inflated if they are gzip. */
  readonly stream: AsyncIterable<Uint8Array>;
  /** `undefined` for standard input and pipes, which can be read once only. */
  readonly bytes: number | undefined;
  /** How many of the file's own bytes have been read so far. */
  bytesRead(): number;
}

/** Opens a file, or standard input for "-"; gzip is known by its first bytes. @throws {InputError} one sentence that names the file */
export function openInput(file: string): Input {
  let read = 0;
  async function* counted(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const waiting = sayIfWaiting(
      bytes === undefined ? `the first bytes of ${file === '-' ? 'standard input' : file}` : undefined,
    );
    try {
      for await (const chunk of stream) {
        waiting.stop();
        read += chunk.length;
        yield chunk;
      }
    } finally {
      waiting.stop();
    }
  }
  const bytes = sizeOf(file);
  const source = file === '-' ? process.stdin : fileBytes(file);
  const stream = inflatedBytes(counted(source), isGzipName(file) ? file : undefined);
  return { stream, bytes, bytesRead: () => read };
}

/** Size of a regular file, `undefined` for what can be read once only. @throws {InputError} for a folder or nothing */
export function sizeOf(file: string): number | undefined {
  if (file === '-') return undefined;
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw new InputError(`cannot read ${file}: it is a folder; name a file.`);
    return stat.isFile() ? stat.size : undefined;
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** A folder is called one, whatever its name ends in. @throws {InputError} for a folder */
export function refuseFolder(file: string): void {
  if (file !== '-') sizeOf(file);
}
