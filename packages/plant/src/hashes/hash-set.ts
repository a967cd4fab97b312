import { HashTable } from './hash-table';

/** Hashes; 0 is an empty place. */
export class HashSet extends HashTable {
  constructor(hashes: Iterable<number>) {
    const all = [...hashes];
    super(all.length, 0);
    for (const hash of all) this.takeRow(hash);
  }

  all(): Int32Array {
    return this.cells.filter((hash) => hash !== 0);
  }
}
