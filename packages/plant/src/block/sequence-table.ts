/** A sequence that so many other texts have counts for half of one that all have. */
const halfKnown = 3;
/** What a sequence costs that no caption has: other miners' captions lack it too, and it may be no English. */
const unheardOf = 1;
/** Of each place: the hash, the count, the surplus, and one that is free, so that a place lies in one cache line. */
const width = 4;
const COUNT = 1;
const SURPLUS = 2;

/**
 * For each sequence of words two numbers: how often the captions have it, and how much more often the negatives have
 * it than their captions. One open-addressing table: Maps would cost more than the tagging.
 */
export class SequenceTable {
  #cells: Int32Array;
  #mask: number;
  #size = 0;

  constructor(capacity: number) {
    let length = 1 << 12;
    while (length < 2 * capacity) length *= 2;
    this.#cells = new Int32Array(width * length);
    this.#mask = length - 1;
  }

  count(hash: number): number {
    return this.#cells[this.#find(hash) + COUNT]!;
  }

  addCount(hash: number): void {
    this.#cells[this.#place(hash) + COUNT]! += 1;
  }

  addSurplus(hash: number, amount: number): void {
    this.#cells[this.#place(hash) + SURPLUS]! += amount;
  }

  /**
   * How much the sum of squared surpluses grows if the negatives get the sequence once more (`step` 1) or once less
   * (−1), weighed by how much a model could learn from it from this block: nothing where no other text has it.
   */
  growth(hash: number, step: 1 | -1): number {
    const cell = this.#find(hash);
    const surplus = this.#cells[cell + SURPLUS]!;
    const others = this.#cells[cell + COUNT]! - (step === -1 ? 1 : 0) + Math.abs(surplus);
    const known = others <= 0 ? 0 : (others / (others + halfKnown)) * (1 + 2 * step * surplus);
    return step === 1 && this.#cells[cell + COUNT] === 0 ? known + unheardOf : known;
  }

  /** Where a hash is, or the free cell where it belongs (its numbers are 0). */
  #find(hash: number): number {
    const cells = this.#cells;
    const mask = this.#mask;
    let place = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const key = cells[width * place]!;
      if (key === hash || key === 0) return width * place;
      place = (place + 1) & mask;
    }
  }

  #place(hash: number): number {
    const cell = this.#find(hash);
    if (this.#cells[cell] !== 0 || hash === 0) return cell;
    this.#size += 1;
    if (2 * this.#size > this.#mask) {
      this.#grow();
      return this.#place(hash);
    }
    this.#cells[cell] = hash;
    return cell;
  }

  #grow(): void {
    const old = this.#cells;
    this.#cells = new Int32Array(2 * old.length);
    this.#mask = 2 * this.#mask + 1;
    for (let i = 0; i < old.length; i += width) {
      if (old[i] === 0) continue;
      const cell = this.#find(old[i]!);
      this.#cells.set(old.subarray(i, i + width), cell);
    }
  }
}
