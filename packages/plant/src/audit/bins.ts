/** Numbers counted into bins of one width, with their mean. */
export interface Histogram {
  readonly mean: number;
  readonly count: number;
  /** Edges of the bins, one more than bins; the last bin takes what lies above it as well. */
  readonly edges: readonly number[];
  readonly bins: readonly number[];
}

export class Bins {
  readonly #width: number;
  readonly #bins: number[];
  #sum = 0;
  #count = 0;

  constructor(width: number, bins: number) {
    this.#width = width;
    this.#bins = new Array<number>(bins).fill(0);
  }

  /** Counts a number of at least 0; an upper edge belongs to its bin. */
  add(value: number): void {
    this.#sum += value;
    this.#count += 1;
    // 0.3 as a difference of two numbers may be a little more.
    const bin = Math.max(0, Math.ceil((value - 1e-9) / this.#width) - 1);
    this.#bins[Math.min(bin, this.#bins.length - 1)]! += 1;
  }

  report(): Histogram | undefined {
    if (this.#count === 0) return undefined;
    return {
      mean: this.#sum / this.#count,
      count: this.#count,
      edges: Array.from({ length: this.#bins.length + 1 }, (_, i) => Math.round(i * this.#width * 100) / 100),
      bins: this.#bins,
    };
  }
}
