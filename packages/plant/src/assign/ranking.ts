/** Offers with their costs, to be asked for the cheapest one, then the next. */
export class Ranking {
  readonly #rows: number[] = [];
  readonly #others: number[] = [];
  readonly #costs: number[] = [];
  readonly #leaks: number[] = [];
  #size = 0;
  #taken = -1;

  clear(): void {
    this.#size = 0;
    this.#taken = -1;
  }

  /** Adds what costs so much: two rows, and the leak among the cost. */
  add(row: number, other: number, cost: number, leak: number): void {
    this.#rows[this.#size] = row;
    this.#others[this.#size] = other;
    this.#costs[this.#size] = cost;
    this.#leaks[this.#size] = leak;
    this.#size += 1;
  }

  /** Moves to the cheapest offer that has not been moved to yet, the first one of equals; `false` if none is left. */
  next(): boolean {
    if (this.#taken >= 0) this.#costs[this.#taken] = Number.POSITIVE_INFINITY;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < this.#size; i += 1) {
      if (this.#costs[i]! < least) {
        best = i;
        least = this.#costs[i]!;
      }
    }
    this.#taken = best;
    return best >= 0;
  }

  get row(): number {
    return this.#rows[this.#taken]!;
  }

  get other(): number {
    return this.#others[this.#taken]!;
  }

  get leak(): number {
    return this.#leaks[this.#taken]!;
  }
}
