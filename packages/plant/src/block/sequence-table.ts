/**
 * For each sequence of words two numbers: how often the captions have it, and how much more often the negatives have
 * it than their captions. One open-addressing table: Maps would cost more than the tagging.
 */
export class SequenceTable {
  #keys: Int32Array;
  #counts: Int32Array;
  #surplus: Int32Array;
  #size = 0;

  constructor(capacity: number) {
    let length = 1 << 12;
    while (length < 2 * capacity) length *= 2;
    this.#keys = new Int32Array(length);
    this.#counts = new Int32Array(length);
    this.#surplus = new Int32Array(length);
  }

  count(hash: number): number {
    return this.#counts[this.#find(hash)]!;
  }

  addCount(hash: number): void {
    this.#counts[this.#place(hash)]! += 1;
  }

  addSurplus(hash: number, amount: number): void {
    this.#surplus[this.#place(hash)]! += amount;
  }

  /**
   * How much the sum of squared surpluses grows if the negatives get the sequence once more (`step` 1) or once less
   * (−1), weighed by how much a model could learn from it: nothing where no other caption or negative has it.
   */
  growth(hash: number, step: 1 | -1): number {
    const place = this.#find(hash);
    const surplus = this.#surplus[place]!;
    const others = this.#counts[place]! - (step === -1 ? 1 : 0) + Math.abs(surplus);
    return others <= 0 ? 0 : (others / (others + halfKnown)) * (1 + 2 * step * surplus);
  }

  /** Where a hash is, or the free place where it belongs (its numbers are 0). */
  #find(hash: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    let place = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
    while (keys[place] !== 0 && keys[place] !== hash) place = (place + 1) & mask;
    return place;
  }

  #place(hash: number): number {
    const place = this.#find(hash);
    if (this.#keys[place] !== 0 || hash === 0) return place;
    this.#size += 1;
    if (2 * this.#size > this.#keys.length) {
      this.#grow();
      return this.#place(hash);
    }
    this.#keys[place] = hash;
    return place;
  }

  #grow(): void {
    const [keys, counts, surplus] = [this.#keys, this.#counts, this.#surplus];
    this.#keys = new Int32Array(2 * keys.length);
    this.#counts = new Int32Array(2 * keys.length);
    this.#surplus = new Int32Array(2 * keys.length);
    for (let i = 0; i < keys.length; i += 1) {
      if (keys[i] === 0) continue;
      const place = this.#find(keys[i]!);
      this.#keys[place] = keys[i]!;
      this.#counts[place] = counts[i]!;
      this.#surplus[place] = surplus[i]!;
    }
  }
}

/** A sequence that so many other texts have counts for half of one that all have. */
const halfKnown = 3;
