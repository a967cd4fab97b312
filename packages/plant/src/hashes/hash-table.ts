/** The table grows when it is fuller than this. */
const fullest = 0.7;
/** Where the number lies in a row, behind the hash. */
export const NUMBER = 1;

/**
 * A number for each hash that is not 0; at first it is 0. One open-addressing table of rows [hash, number]; a Map of them
 * would cost more than the tagging, and the collector would walk through it.
 */
export class HashTable {
  protected cells: Int32Array;
  #mask: number;
  #size = 0;

  /**
   * @param capacity how many rows there will be, more or less. Default 0
   * @param cells of another table with as many rows, if this one is to be that one
   */
  constructor(capacity = 0, cells?: Int32Array) {
    let length = 1 << 10;
    while (length * fullest < capacity) length *= 2;
    this.cells = cells ?? new Int32Array(2 * length);
    this.#mask = (this.cells.length >> 1) - 1;
    if (cells) this.#size = capacity;
  }

  get size(): number {
    return this.#size;
  }

  has(hash: number): boolean {
    return this.cells[this.rowOf(hash)] !== 0;
  }

  /** The number of a hash; 0 where there is none. */
  get(hash: number): number {
    return this.cells[this.rowOf(hash) + NUMBER]!;
  }

  set(hash: number, number: number): void {
    if (hash === 0) return;
    // Before `cells` is read: a table that grows gets others.
    const row = this.takeRow(hash);
    this.cells[row + NUMBER] = number;
  }

  /** The row of a hash, or the free row for it (its numbers are 0). */
  protected rowOf(hash: number): number {
    const { cells } = this;
    const mask = this.#mask;
    let place = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const key = cells[2 * place]!;
      if (key === hash || key === 0) return 2 * place;
      place = (place + 1) & mask;
    }
  }

  /** The row of a hash; it is made if there is none. */
  protected takeRow(hash: number): number {
    const row = this.rowOf(hash);
    if (this.cells[row] !== 0 || hash === 0) return row;
    this.#size += 1;
    if (this.#size > fullest * this.#mask) {
      this.#grow();
      return this.#enter(hash);
    }
    this.cells[row] = hash;
    return row;
  }

  #enter(hash: number): number {
    const row = this.rowOf(hash);
    this.cells[row] = hash;
    return row;
  }

  #grow(): void {
    const old = this.cells;
    this.cells = new Int32Array(2 * old.length);
    this.#mask = 2 * this.#mask + 1;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] !== 0) this.cells.set(old.subarray(i, i + 2), this.rowOf(old[i]!));
    }
  }
}

/** So many bits of the marks there are for each hash at least. */
const bitsOfHash = 8;

/**
 * Says of most hashes that never came that they did not: a bit for each, by its last bits. The bits are in the processor's cache
 * where a table of the hashes is not.
 */
export class HashMarks {
  readonly #bits: Int32Array;

  /** @param hashes how many there will be, more or less */
  constructor(hashes: number) {
    let length = 32;
    while (32 * length < bitsOfHash * hashes) length *= 2;
    this.#bits = new Int32Array(length);
  }

  add(hash: number): void {
    this.#bits[this.#placeOf(hash)]! |= 1 << hash;
  }

  /** `false`: the hash never came; `true`: it may have. */
  has(hash: number): boolean {
    return (this.#bits[this.#placeOf(hash)]! & (1 << hash)) !== 0;
  }

  #placeOf(hash: number): number {
    return (hash >>> 5) & (this.#bits.length - 1);
  }
}
