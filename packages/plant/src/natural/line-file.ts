import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { unwritable } from '@slipform/kit/file-error';
import { InputError } from '@slipform/kit/input-error';
import { readExactly } from './sorted-rows';

const flushAt = 1024 * 1024;
/** Most lines of captions are shorter: they cost one call. */
const firstRead = 1024;

/** Appends lines to a file and says where each begins. */
export class LineWriter {
  readonly #file: string;
  readonly #descriptor: number;
  #waiting: string[] = [];
  #waitingBytes = 0;
  #written: number;
  /** Where the next line begins, in bytes. */
  position: number;

  /** @param kept bytes that are there from an earlier process; what comes behind them is dropped */
  constructor(file: string, kept: number) {
    this.#file = file;
    try {
      this.#descriptor = openSync(file, kept === 0 ? 'w' : 'r+');
      ftruncateSync(this.#descriptor, kept);
    } catch (error) {
      throw unwritable(file, error);
    }
    this.#written = kept;
    this.position = kept;
  }

  /** Appends a line, which must have no line end in it, and returns where it begins. */
  add(line: string): number {
    const start = this.position;
    const bytes = Buffer.byteLength(line) + 1;
    this.position += bytes;
    this.#waiting.push(line, '\n');
    this.#waitingBytes += bytes;
    if (this.#waitingBytes > flushAt) this.#write();
    return start;
  }

  /** Brings all lines to the disk. */
  flush(): void {
    this.#write();
    try {
      fsyncSync(this.#descriptor);
    } catch (error) {
      throw unwritable(this.#file, error);
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #write(): void {
    const bytes = Buffer.from(this.#waiting.join(''));
    try {
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#written + done);
      }
    } catch (error) {
      throw unwritable(this.#file, error);
    }
    this.#written += bytes.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}

/** The values of a line that is a JSON list. @throws {InputError} for another line */
export function valuesOfLine<T extends readonly unknown[]>(
  line: string,
  revive?: (key: string, value: unknown) => unknown,
): T {
  try {
    const values: unknown = JSON.parse(line, revive);
    if (Array.isArray(values)) return values as unknown as T;
  } catch {
    // Said below.
  }
  throw new InputError(
    'a line of the hashes is damaged, or a row leads to the middle of one; make the hashes again, and group them again.',
  );
}

/** So many files are open for reading at once; a corpus may have more shards than a process may open files. */
const mostOpen = 128;
const openFiles = new Set<LineReader>();
/** The line that is being read, of whatever file. */
let lineBuffer = Buffer.allocUnsafe(firstRead);

/** Reads lines at any place of a file. */
export class LineReader {
  readonly #file: string;
  #descriptor: number | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  /** The line that begins at a byte. @throws {InputError} if none ends behind it */
  at(start: number): string {
    const descriptor = this.#open();
    let length = 0;
    for (;;) {
      if (length === lineBuffer.length) lineBuffer = Buffer.concat([lineBuffer], 4 * length);
      const read = readSync(descriptor, lineBuffer, length, lineBuffer.length - length, start + length);
      if (read === 0) throw new InputError(`${this.#file} ends too early; make these hashes again.`);
      const end = lineBuffer.subarray(length, length + read).indexOf(10);
      if (end !== -1) return lineBuffer.toString('utf8', 0, length + end);
      length += read;
    }
  }

  /** All lines from the first on, with where each begins. @param size bytes of the file */
  *lines(size: number): Generator<{ readonly start: number; readonly line: string }> {
    let rest = Buffer.alloc(0);
    let start = 0;
    for (let position = 0; position < size; ) {
      const piece = Buffer.allocUnsafe(Math.min(flushAt, size - position));
      readExactly(this.#open(), piece, position, this.#file);
      position += piece.length;
      const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let from = 0;
      for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
        yield { start, line: bytes.toString('utf8', from, end) };
        start += end + 1 - from;
        from = end + 1;
      }
      rest = bytes.subarray(from);
    }
  }

  close(): void {
    openFiles.delete(this);
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #open(): number {
    // The one that was used last stands at the end.
    openFiles.delete(this);
    if (this.#descriptor === undefined) {
      const [oldest] = openFiles;
      if (openFiles.size >= mostOpen) oldest?.close();
      this.#descriptor = openSync(this.#file, 'r');
    }
    openFiles.add(this);
    return this.#descriptor;
  }
}
