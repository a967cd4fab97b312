import { HashTable } from './hash-table';

const COUNT = 1;
/** A count that would grow beyond this stays at it, in whatever order counts are added. */
export const maxCount = 0x7fffffff;

/** How often each hash has come. */
export class CountTable extends HashTable {
  constructor(capacity: number, cells?: Int32Array) {
    super(capacity, 1, cells);
  }

  /** The numbers of the table, in memory that threads share. */
  shared(): Int32Array {
    const shared = new Int32Array(new SharedArrayBuffer(this.cells.byteLength));
    shared.set(this.cells);
    return shared;
  }

  count(hash: number): number {
    return this.cells[this.rowOf(hash) + COUNT]!;
  }

  /** Counts a hash a number of times more. */
  add(hash: number, times = 1): void {
    if (hash === 0) return;
    const row = this.takeRow(hash);
    this.cells[row + COUNT] = Math.min(this.cells[row + COUNT]! + times, maxCount);
  }

  /** Visits each hash with its count, in no order that means anything. */
  each(visit: (hash: number, count: number) => void): void {
    const { cells } = this;
    for (let row = 0; row < cells.length; row += 2) {
      if (cells[row] !== 0) visit(cells[row]!, cells[row + COUNT]!);
    }
  }

  /** The hashes that came at least so often. */
  kept(least: number): CountTable {
    let size = 0;
    this.each((_, count) => {
      if (count >= least) size += 1;
    });
    const kept = new CountTable(size);
    this.each((hash, count) => {
      if (count >= least) kept.add(hash, count);
    });
    return kept;
  }
}
