/** Counts by 32-bit hash, in one open-addressing table: a Map would cost more than the tagging. */
export class SequenceCounts {
  #keys: Uint32Array;
  #counts: Int32Array;
  #size = 0;

  constructor(capacity = 1 << 16) {
    this.#keys = new Uint32Array(capacity);
    this.#counts = new Int32Array(capacity);
  }

  get(hash: number): number {
    return this.#counts[this.#slot(hash)]!;
  }

  add(hash: number, amount: number): void {
    const slot = this.#slot(hash);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = hash === 0 ? 1 : hash;
      this.#size += 1;
    }
    this.#counts[slot]! += amount;
    if (2 * this.#size > this.#keys.length) this.#grow();
  }

  /** Place of a hash, or the free one where it belongs; 0 marks a free place. */
  #slot(hash: number): number {
    const key = hash === 0 ? 1 : hash;
    const mask = this.#keys.length - 1;
    let slot = Math.imul(key, 0x9e3779b1) >>> 7 & mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Uint32Array(2 * keys.length);
    this.#counts = new Int32Array(2 * keys.length);
    for (let i = 0; i < keys.length; i += 1) {
      const key = keys[i]!;
      if (key === 0) continue;
      const slot = this.#slot(key);
      this.#keys[slot] = key;
      this.#counts[slot] = counts[i]!;
    }
  }
}
