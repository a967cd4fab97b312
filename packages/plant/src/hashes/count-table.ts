import { HashTable } from './hash-table';

const COUNT = 1;

/** How often each hash has come. */
export class CountTable extends HashTable {
  constructor(capacity: number) {
    super(capacity, 1);
  }

  count(hash: number): number {
    return this.cells[this.rowOf(hash) + COUNT]!;
  }

  /** Counts a hash once more. */
  add(hash: number): void {
    if (hash === 0) return;
    const row = this.takeRow(hash);
    this.cells[row + COUNT]! += 1;
  }
}
