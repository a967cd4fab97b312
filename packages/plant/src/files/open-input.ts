import { statSync } from 'node:fs';
import { InputError } from '@slipform/concreteness';
import { unreadable } from '@slipform/kit/errors/file-error';
import { fileBytes, inflatedBytes } from '@slipform/kit/files/file-bytes';
import { sayIfWaiting } from '@slipform/kit/files/output-file';
import { openBytes } from '@slipform/kit/formats/parquet/open-bytes';
import { isGzipName } from './caption-format';
import type { CaptionSource, Input } from './caption-source';

/** A file, or standard input for "-", as what captions are read from. */
export function fileSource(file: string): CaptionSource {
  return { name: nameOf(file), open: () => openInput(file) };
}

/** What a message calls the input. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
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
  return { stream, bytes, bytesRead: () => read, openAnywhere: () => openBytes(file) };
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
