import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes of a run that are held while runs are merged. */
const readAhead = 64 * 1024;

export interface RowShape {
  /** Numbers in a row. */
  readonly width: number;
  /** The rows are sorted by so many of their first numbers. */
  readonly keys: number;
}

/** Rows that are sorted, in a file of its own: unsigned 32-bit numbers in the byte order of the machine. */
export interface Run {
  readonly file: string;
  readonly rows: number;
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

/**
 * The rows of several runs in order; equal ones in the order of the runs. The array is another's after the next one.
 *
 * @param change is called with each row before it is compared, for what the runs don't know of each other
 */
export function* mergeRuns(
  runs: readonly Run[],
  { width, keys }: RowShape,
  change: (row: Uint32Array, run: Run) => void = () => {},
): Generator<Uint32Array> {
  const readers = runs.map((run) => new RunReader(run, width, change)).filter((reader) => reader.next());
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
  readonly #width: number;
  readonly #change: (row: Uint32Array, run: Run) => void;
  #piece = new Uint32Array(0);
  #at = 0;
  #read = 0;

  constructor(run: Run, width: number, change: (row: Uint32Array, run: Run) => void) {
    this.#run = run;
    this.#change = change;
    this.#width = width;
    this.row = new Uint32Array(width);
  }

  /** Goes to the next row; false behind the last one. */
  next(): boolean {
    if (this.#at === this.#piece.length && !this.#readPiece()) return false;
    this.row.set(this.#piece.subarray(this.#at, this.#at + this.#width));
    this.#at += this.#width;
    this.#change(this.row, this.#run);
    return true;
  }

  #readPiece(): boolean {
    const left = this.#run.rows - this.#read;
    if (left === 0) return false;
    const rows = Math.min(left, Math.max(1, Math.floor(readAhead / (4 * this.#width))));
    this.#piece = readRows(this.#run.file, this.#read, rows, this.#width);
    this.#read += rows;
    this.#at = 0;
    return true;
  }
}

/** Some rows of a file of rows. @throws {Error} if the file ends before */
function readRows(file: string, start: number, rows: number, width: number): Uint32Array<ArrayBuffer> {
  const result = new Uint32Array(rows * width);
  const descriptor = openSync(file, 'r');
  try {
    readExactly(descriptor, new Uint8Array(result.buffer), start * width * 4, file);
  } finally {
    closeSync(descriptor);
  }
  return result;
}

/** Fills the bytes from a place of a file. @throws {Error} if the file ends before */
export function readExactly(descriptor: number, bytes: Uint8Array, start: number, file: string): void {
  for (let done = 0; done < bytes.length; ) {
    const read = readSync(descriptor, bytes, done, bytes.length - done, start + done);
    if (read === 0) throw new Error(`${file} ends too early`);
    done += read;
  }
}

/** Whether a run is there as whole as it was written. */
export function isWhole({ file, rows }: Run, width: number): boolean {
  return statSync(file, { throwIfNoEntry: false })?.size === rows * width * 4;
}

/** Writes a file that is there whole or not at all. */
function writeWhole(file: string, rows: Uint32Array): void {
  const draft = `${file}.tmp`;
  const descriptor = openSync(draft, 'w');
  try {
    const bytes = new Uint8Array(rows.buffer, rows.byteOffset, rows.byteLength);
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  renameSync(draft, file);
}
