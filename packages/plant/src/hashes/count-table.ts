import { HashTable, NUMBER } from './hash-table';

/** A count that would grow beyond this stays at it, in whatever order counts are added. */
export const maxCount = 0x7fffffff;

/** How often each hash has come. */
export class CountTable extends HashTable {
  /** The numbers of the table, in memory that threads share. */
  shared(): Int32Array {
    const shared = new Int32Array(new SharedArrayBuffer(this.cells.byteLength));
    shared.set(this.cells);
    return shared;
  }

  count(hash: number): number {
    return this.get(hash);
  }

  /** Counts a hash a number of times more. */
  add(hash: number, times = 1): void {
    if (hash === 0) return;
    const at = this.takeRow(hash) + NUMBER;
    this.cells[at] = Math.min(this.cells[at]! + times, maxCount);
  }

  /** Visits each hash with its count, in no order that means anything. */
  each(visit: (hash: number, count: number) => void): void {
    const { cells } = this;
    for (let row = 0; row < cells.length; row += 2) {
      if (cells[row] !== 0) visit(cells[row]!, cells[row + NUMBER]!);
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
