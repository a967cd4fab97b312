/** The table grows when it is fuller than this. */
const fullest = 0.5;
const width = 2;
const COUNT = 1;

/** How often each hash has come, in one open-addressing table; see `SequenceTable`. */
export class CountTable {
  #cells: Int32Array;
  #mask: number;
  #size = 0;

  constructor(capacity: number) {
    let length = 1 << 10;
    while (length * fullest < capacity) length *= 2;
    this.#cells = new Int32Array(width * length);
    this.#mask = length - 1;
  }

  count(hash: number): number {
    return this.#cells[this.#find(hash) + COUNT]!;
  }

  /** Counts a hash once more. */
  add(hash: number): void {
    if (hash === 0) return;
    const cell = this.#find(hash);
    if (this.#cells[cell] === 0) {
      this.#cells[cell] = hash;
      this.#size += 1;
    }
    this.#cells[cell + COUNT]! += 1;
    if (this.#size > fullest * this.#mask) this.#grow();
  }

  /** Where a hash is, or the free cell where it belongs. */
  #find(hash: number): number {
    const cells = this.#cells;
    let place = (Math.imul(hash, 0x9e3779b1) >>> 8) & this.#mask;
    for (;;) {
      const key = cells[width * place]!;
      if (key === hash || key === 0) return width * place;
      place = (place + 1) & this.#mask;
    }
  }

  #grow(): void {
    const old = this.#cells;
    this.#cells = new Int32Array(2 * old.length);
    this.#mask = 2 * this.#mask + 1;
    for (let i = 0; i < old.length; i += width) {
      if (old[i] === 0) continue;
      const cell = this.#find(old[i]!);
      this.#cells[cell] = old[i]!;
      this.#cells[cell + COUNT] = old[i + COUNT]!;
    }
  }
}
