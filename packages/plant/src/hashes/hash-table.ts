/** The table grows when it is fuller than this. */
const fullest = 0.7;

/**
 * Rows of a few numbers, each found by its first one: a hash that is not 0. One open-addressing table; a Map of them
 * would cost more than the tagging, and the collector would walk through it.
 */
export class HashTable {
  protected cells: Int32Array;
  readonly #shift: number;
  #mask: number;
  #size = 0;

  /**
   * @param capacity how many rows there will be, more or less
   * @param shift binary logarithm of the numbers in a row, the hash among them
   * @param cells of another table with as many rows, if this one is to be that one
   */
  constructor(capacity: number, shift: number, cells?: Int32Array) {
    let length = 1 << 10;
    while (length * fullest < capacity) length *= 2;
    this.cells = cells ?? new Int32Array(length << shift);
    this.#shift = shift;
    this.#mask = (this.cells.length >> shift) - 1;
    if (cells) this.#size = capacity;
  }

  get size(): number {
    return this.#size;
  }

  has(hash: number): boolean {
    return this.cells[this.rowOf(hash)] !== 0;
  }

  /** The row of a hash, or the free row for it (its numbers are 0). */
  protected rowOf(hash: number): number {
    const { cells } = this;
    const shift = this.#shift;
    const mask = this.#mask;
    let place = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const key = cells[place << shift]!;
      if (key === hash || key === 0) return place << shift;
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
    const width = 1 << this.#shift;
    this.cells = new Int32Array(2 * old.length);
    this.#mask = 2 * this.#mask + 1;
    for (let i = 0; i < old.length; i += width) {
      if (old[i] !== 0) this.cells.set(old.subarray(i, i + width), this.rowOf(old[i]!));
    }
  }
}
