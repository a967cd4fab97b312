import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { unwritable } from '@slipform/kit/file-error';
import { InputError } from '@slipform/kit/input-error';
import type { RowText } from './row-text';

/** Bytes of a run that are held while runs are merged; of very many runs less, so that all together stay below `mostAhead`. */
const readAhead = 64 * 1024;
const leastAhead = 4 * 1024;
const mostAhead = 128 * 1024 * 1024;

export interface RowShape {
  /** Numbers in a row. */
  readonly width: number;
  /** The rows are sorted by so many of their first numbers. */
  readonly keys: number;
}

/** Rows that are sorted, in a file of its own: unsigned 32-bit numbers in the byte order of the machine, or lines of text. */
export interface Run {
  readonly file: string;
  readonly rows: number;
  readonly text?: RowText;
}

/**
 * Sorts more rows than fit into memory: so many are held as `capacity`, then they are sorted and written as a run; the
 * runs are merged when the rows are read.
 */
export class RowSorter {
  readonly runs: Run[];
  readonly #shape: RowShape;
  readonly #held: Uint32Array;
  readonly #fileOf: (run: number) => string;
  #count = 0;

  /** @param runs of an earlier process, which come before those of this one */
  constructor(folder: string, name: string, shape: RowShape, capacity: number, runs: readonly Run[] = []) {
    this.#shape = shape;
    this.#held = new Uint32Array(capacity * shape.width);
    this.#fileOf = (run) => join(folder, `${name}-${String(run).padStart(4, '0')}.run`);
    this.runs = [...runs];
  }

  /** Rows that are in no run yet. */
  get held(): number {
    return this.#count;
  }

  /** Adds a row. A full sorter writes its run first. */
  add(...row: readonly number[]): void {
    if (this.#count * this.#shape.width === this.#held.length) this.spill();
    this.#held.set(row, this.#count * this.#shape.width);
    this.#count += 1;
  }

  /** Writes what is held as a run. */
  spill(): void {
    if (this.#count === 0) return;
    const file = this.#fileOf(this.runs.length);
    writeWhole(file, sorted(this.#held, this.#count, this.#shape));
    this.runs.push({ file, rows: this.#count });
    this.#count = 0;
  }

  /** All rows in order; an array is another row's after the next one. */
  *rows(): Generator<Uint32Array> {
    this.spill();
    yield* mergeRuns(this.runs, this.#shape);
  }
}

function sorted(rows: Uint32Array, count: number, { width, keys }: RowShape): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, row) => row * width);
  order.sort((a, b) => {
    for (let key = 0; key < keys; key += 1) {
      const difference = rows[a + key]! - rows[b + key]!;
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const result = new Uint32Array(count * width);
  for (let row = 0; row < count; row += 1) {
    const from = order[row]!;
    result.set(rows.subarray(from, from + width), row * width);
  }
  return result;
}

/** The rows of several runs in order; equal ones in the order of the runs. The array is another's after the next one. */
export function* mergeRuns(runs: readonly Run[], { width, keys }: RowShape): Generator<Uint32Array> {
  const ahead = Math.max(leastAhead, Math.min(readAhead, Math.floor(mostAhead / Math.max(1, runs.length))));
  const readers = runs.map((run) => new RunReader(run, width, ahead)).filter((reader) => reader.next());
  const isBefore = (a: number, b: number) => {
    const [one, other] = [readers[a]!.row, readers[b]!.row];
    for (let key = 0; key < keys; key += 1) {
      if (one[key] !== other[key]) return one[key]! < other[key]!;
    }
    return a < b;
  };
  // A binary heap of readers by their next row.
  const heap: number[] = [];
  const sink = (from: number) => {
    let at = from;
    for (;;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < heap.length && isBefore(heap[child]!, heap[least]!)) least = child;
      }
      if (least === at) return;
      [heap[at], heap[least]] = [heap[least]!, heap[at]!];
      at = least;
    }
  };
  for (let reader = 0; reader < readers.length; reader += 1) heap.push(reader);
  for (let at = heap.length >> 1; at >= 0; at -= 1) sink(at);
  while (heap.length > 0) {
    const reader = readers[heap[0]!]!;
    yield reader.row;
    if (!reader.next()) {
      const last = heap.pop()!;
      if (heap.length === 0) return;
      heap[0] = last;
    }
    sink(0);
  }
}

/** One run, a piece at a time; no file stays open, since there may be thousands. */
class RunReader {
  readonly row: Uint32Array;
  readonly #run: Run;
  readonly #ahead: number;
  #piece = new Uint32Array(0);
  #at = 0;
  #read = 0;

  /** @param ahead bytes that are read at a time */
  constructor(run: Run, width: number, ahead: number) {
    this.#run = run;
    this.#ahead = ahead;
    this.row = new Uint32Array(width);
  }

  /** Goes to the next row; false behind the last one. */
  next(): boolean {
    if (this.#at === this.#piece.length && !this.#readPiece()) return false;
    this.row.set(this.#piece.subarray(this.#at, this.#at + this.row.length));
    this.#at += this.row.length;
    return true;
  }

  #readPiece(): boolean {
    const left = this.#run.rows - this.#read;
    if (left === 0) return false;
    const rows = Math.min(
      left,
      Math.max(1, Math.floor(this.#ahead / bytesOfRow(this.#run, this.row.length))),
    );
    this.#piece = readRows(this.#run, this.#read, rows, this.row.length);
    this.#read += rows;
    this.#at = 0;
    return true;
  }
}

function bytesOfRow({ text }: Run, width: number): number {
  return text?.bytes ?? 4 * width;
}

/** Some rows of a run. @throws {InputError} if the file ends before, and for a line that is no row */
function readRows(run: Run, start: number, rows: number, width: number): Uint32Array<ArrayBuffer> {
  const { file, text } = run;
  const size = bytesOfRow(run, width);
  const bytes = new Uint8Array(rows * size);
  const descriptor = openSync(file, 'r');
  try {
    readExactly(descriptor, bytes, start * size, file);
  } finally {
    closeSync(descriptor);
  }
  if (text === undefined) return new Uint32Array(bytes.buffer);
  const result = new Uint32Array(rows * width);
  for (let row = 0; row < rows; row += 1) {
    if (!text.read(bytes, row * size, result.subarray(row * width, (row + 1) * width))) {
      throw new InputError(`${file} line ${start + row + 1} is no row of hashes; make these hashes again.`);
    }
  }
  return result;
}

/** Fills the bytes from a place of a file. @throws {InputError} if the file ends before */
export function readExactly(descriptor: number, bytes: Uint8Array, start: number, file: string): void {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, start + done);
    if (read === 0) throw new InputError(`${file} ends too early; make these hashes again.`);
    done += read;
  }
}

/** Whether a run is there as whole as it was written. */
export function isWhole(run: Run, width: number): boolean {
  return statSync(run.file, { throwIfNoEntry: false })?.size === run.rows * bytesOfRow(run, width);
}

/** Writes a file that is there whole or not at all. */
function writeWhole(file: string, rows: Uint32Array): void {
  const draft = `${file}.tmp`;
  try {
    const descriptor = openSync(draft, 'w');
    try {
      const bytes = new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength);
      for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw unwritable(file, error);
  }
}
