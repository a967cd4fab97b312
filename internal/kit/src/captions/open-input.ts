import { statSync } from 'node:fs';
import { unreadable } from '../errors/file-error';
import { InputError } from '../errors/input-error';
import { fileBytes, inflatedBytes } from '../files/file-bytes';
import { openBytes } from '../formats/parquet/open-bytes';
import { isGzipName } from './caption-formats';
import type { CaptionSource, Input } from './read-rows';

/** Is told what a reader waits for, where that may never come, and then that it came. */
export type OnWait = (what: string) => { stop(): void };

/** A file, or standard input for "-", as what captions are read from. */
export function fileSource(file: string, onWait?: OnWait): CaptionSource {
  return { name: nameOf(file), open: () => openInput(file, onWait) };
}

/** What a message calls the input. */
export function nameOf(file: string): string {
  return file === '-' ? 'standard input' : file;
}

/** Opens a file, or standard input for "-"; gzip is known by its first bytes. @throws {InputError} one sentence that names the file */
export function openInput(file: string, onWait?: OnWait): Input {
  let read = 0;
  async function* counted(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    const waiting = bytes === undefined ? onWait?.(`the first bytes of ${nameOf(file)}`) : undefined;
    try {
      for await (const chunk of stream) {
        waiting?.stop();
        read += chunk.length;
        yield chunk;
      }
    } finally {
      waiting?.stop();
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
