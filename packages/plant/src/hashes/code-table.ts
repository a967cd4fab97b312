import { HashTable } from './hash-table';

const CODE = 1;

/** A small number other than 0 for each hash, of which so many are kept. */
export class CodeTable extends HashTable {
  /** @param most with so many hashes the table is emptied */
  constructor(private readonly most: number) {
    super(0, 1);
  }

  /** The hash's number; 0 where there is none. */
  get(hash: number): number {
    return this.cells[this.rowOf(hash) + CODE]!;
  }

  set(hash: number, code: number): void {
    if (hash === 0) return;
    if (this.size >= this.most) this.clear();
    const row = this.takeRow(hash);
    this.cells[row + CODE] = code;
  }
}
