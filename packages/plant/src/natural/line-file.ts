import { closeSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { readExactly } from './sorted-rows';

const flushAt = 1024 * 1024;
/** Most lines of captions are shorter: they cost one call. */
const firstRead = 1024;

/** Appends lines to a file and says where each begins. */
export class LineWriter {
  readonly #descriptor: number;
  #waiting: string[] = [];
  #waitingBytes = 0;
  #written: number;
  /** Where the next line begins, in bytes. */
  position = 0;

  /**
   * @param kept bytes that are there from an earlier process; what comes behind them is dropped. With `skips` the same
   * lines come again, and those that are there are not written twice.
   */
  constructor(file: string, kept: number, skips: boolean) {
    this.#descriptor = openSync(file, kept === 0 ? 'w' : 'r+');
    ftruncateSync(this.#descriptor, kept);
    this.#written = kept;
    if (!skips) this.position = kept;
  }

  /** Appends a line, which must have no line end in it, and returns where it begins. */
  add(line: string): number {
    const start = this.position;
    const bytes = Buffer.byteLength(line) + 1;
    this.position += bytes;
    if (this.position <= this.#written) return start;
    this.#waiting.push(line, '\n');
    this.#waitingBytes += bytes;
    if (this.#waitingBytes > flushAt) this.#write();
    return start;
  }

  /** Brings all lines to the disk. */
  flush(): void {
    this.#write();
    fsyncSync(this.#descriptor);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #write(): void {
    const bytes = Buffer.from(this.#waiting.join(''));
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(this.#descriptor, bytes, done, bytes.length - done, this.#written + done);
    }
    this.#written += bytes.length;
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}

/** Reads lines at any place of a file. */
export class LineReader {
  readonly #file: string;
  readonly #descriptor: number;
  #buffer = Buffer.allocUnsafe(firstRead);

  constructor(file: string) {
    this.#file = file;
    this.#descriptor = openSync(file, 'r');
  }

  /** The line that begins at a byte. @throws {Error} if none ends behind it */
  at(start: number): string {
    let length = 0;
    for (;;) {
      if (length === this.#buffer.length) this.#buffer = Buffer.concat([this.#buffer], 4 * length);
      const read = readSync(
        this.#descriptor,
        this.#buffer,
        length,
        this.#buffer.length - length,
        start + length,
      );
      if (read === 0) throw new Error(`${this.#file} ends too early`);
      const end = this.#buffer.subarray(length, length + read).indexOf(10);
      if (end !== -1) return this.#buffer.toString('utf8', 0, length + end);
      length += read;
    }
  }

  /** All lines from the first on, with where each begins. @param size bytes of the file */
  *lines(size: number): Generator<{ readonly start: number; readonly line: string }> {
    let rest = Buffer.alloc(0);
    let start = 0;
    for (let position = 0; position < size; ) {
      const piece = Buffer.allocUnsafe(Math.min(flushAt, size - position));
      readExactly(this.#descriptor, piece, position, this.#file);
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
    closeSync(this.#descriptor);
  }
}
