import type { BlockReading } from '../sites/block-reading';

/**
 * The sites of a block that may give their word away, by word; those behind one and the same word lie together, so that
 * who shares a site's surroundings is asked first.
 */
export class Donors {
  readonly #block: BlockReading;
  /** All sites in the order of the words before and behind them. */
  readonly #ordered: Int32Array;
  /** The sites that are there now, and where each word's begin. */
  #sites = new Int32Array(0);
  #starts = new Int32Array(0);
  /** For each place the next one that is not taken. */
  #next = new Int32Array(0);

  constructor(block: BlockReading) {
    const { sites, firstOfAll, endOfAll } = block;
    this.#block = block;
    this.#ordered = Int32Array.from({ length: endOfAll - firstOfAll }, (_, i) => firstOfAll + i).sort(
      (a, b) => sites.kl1(a) - sites.kl1(b) || sites.kr1(a) - sites.kr1(b) || a - b,
    );
  }

  /** Takes the sites that a test lets pass. */
  open(isOpen: (site: number) => boolean): void {
    const { sites } = this.#block;
    const open = this.#ordered.filter(isOpen);
    const starts = new Int32Array(sites.wordCount + 2);
    for (const site of open) starts[sites.word(site) + 2]! += 1;
    for (let i = 2; i < starts.length; i += 1) starts[i]! += starts[i - 1]!;
    const placed = new Int32Array(open.length);
    for (const site of open) {
      const word = sites.word(site) + 1;
      placed[starts[word]!] = site;
      starts[word]! += 1;
    }
    this.#sites = placed;
    this.#starts = starts;
    this.#next = Int32Array.from({ length: open.length + 1 }, (_, i) => i);
  }

  /** Visits sites that have a word, those behind the same word as a site first, until a visit says that it is enough. */
  each(
    word: number,
    site: number,
    isFree: (donor: number) => boolean,
    visit: (donor: number) => boolean,
  ): void {
    // A word that the block has added since the sites were taken is nobody's.
    const start = this.#starts[word] ?? 0;
    const end = this.#starts[word + 1] ?? 0;
    if (start >= end) return;
    const first = this.#firstBehind(site, start, end);
    for (const [from, to] of [
      [first, end],
      [start, first],
    ] as const) {
      for (let at = this.#free(from, isFree); at < to; at = this.#free(at + 1, isFree)) {
        if (visit(this.#sites[at]!)) return;
      }
    }
  }

  /** The first place from one on whose site is free; what is taken is passed over from then on. */
  #free(from: number, isFree: (donor: number) => boolean): number {
    let at = from;
    for (;;) {
      while (this.#next[at] !== at) at = this.#next[at]!;
      if (at >= this.#sites.length || isFree(this.#sites[at]!)) break;
      this.#next[at] = at + 1;
    }
    for (let i = from; i < at; ) {
      const after = this.#next[i]!;
      this.#next[i] = at;
      i = after;
    }
    return at;
  }

  #firstBehind(site: number, start: number, end: number): number {
    const { sites } = this.#block;
    const [left, right] = [sites.kl1(site), sites.kr1(site)];
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#sites[middle]!;
      const order = sites.kl1(other) - left || sites.kr1(other) - right;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low === end ? start : low;
  }
}
