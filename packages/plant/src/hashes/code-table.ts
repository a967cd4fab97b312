import { HashTable } from './hash-table';

const CODE = 1;

/** A small number other than 0 for each hash. */
export class CodeTable extends HashTable {
  constructor() {
    super(0, 1);
  }

  /** The hash's number; 0 where there is none. */
  get(hash: number): number {
    return this.cells[this.rowOf(hash) + CODE]!;
  }

  set(hash: number, code: number): void {
    if (hash === 0) return;
    const row = this.takeRow(hash);
    this.cells[row + CODE] = code;
  }
}
