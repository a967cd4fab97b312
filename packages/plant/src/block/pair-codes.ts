/** The table grows when it is fuller than this. */
const fullest = 0.5;
const smallest = 1 << 14;

/**
 * A small number from 1 to 255 for each key of 32 bits: a Map of them takes several times the room, and the collector
 * walks through it.
 */
export class PairCodes {
  #keys = new Int32Array(smallest);
  #codes = new Uint8Array(smallest);
  #size = 0;

  /** @param most with so many keys the table is emptied */
  constructor(private readonly most: number) {}

  /** The key's number; 0 where there is none. */
  get(key: number): number {
    return this.#codes[this.#placeOf(key)]!;
  }

  set(key: number, code: number): void {
    if (this.#size >= this.most) this.#clear();
    const place = this.#placeOf(key);
    if (this.#codes[place] === 0) this.#size += 1;
    this.#keys[place] = key;
    this.#codes[place] = code;
    if (this.#size > fullest * this.#keys.length) this.#grow();
  }

  /** Where a key is, or the free place where it belongs. */
  #placeOf(key: number): number {
    const mask = this.#keys.length - 1;
    let place = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (this.#codes[place] !== 0 && this.#keys[place] !== key) place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const keys = this.#keys;
    const codes = this.#codes;
    this.#keys = new Int32Array(2 * keys.length);
    this.#codes = new Uint8Array(2 * keys.length);
    for (let i = 0; i < keys.length; i += 1) {
      if (codes[i] === 0) continue;
      const place = this.#placeOf(keys[i]!);
      this.#keys[place] = keys[i]!;
      this.#codes[place] = codes[i]!;
    }
  }

  #clear(): void {
    this.#keys = new Int32Array(smallest);
    this.#codes = new Uint8Array(smallest);
    this.#size = 0;
  }
}
