/** A pair of tokens side by side, how often it is seen, and the words where it is or was. */
export interface Pair {
  readonly left: number;
  readonly right: number;
  count: number;
  readonly words: Set<number>;
}

interface Entry {
  readonly pair: Pair;
  /** The pair's count when the entry was made; the pair may have another by now. */
  readonly count: number;
}

// More tokens than any vocabulary has, and its square is a safe integer.
const base = 2 ** 24;

/** Counts of pairs, and the most frequent one at any time: a binary heap that is put right when it is asked. */
export class PairQueue {
  private readonly pairs = new Map<number, Pair>();
  private readonly heap: Entry[] = [];
  private readonly changed = new Set<Pair>();

  /** Adds `count`, which may be negative, to a pair in a word. */
  add(left: number, right: number, count: number, word: number): void {
    const key = left * base + right;
    let pair = this.pairs.get(key);
    if (pair === undefined) {
      pair = { left, right, count: 0, words: new Set() };
      this.pairs.set(key, pair);
    }
    pair.count += count;
    if (count > 0) pair.words.add(word);
    this.changed.add(pair);
  }

  /**
   * The most frequent pair, undefined where none is left; of equals the one with the smaller left id, then the
   * smaller right id. Taking it brings its count to 0.
   */
  takeBest(): Pair | undefined {
    for (const pair of this.changed) if (pair.count > 0) this.push({ pair, count: pair.count });
    this.changed.clear();
    for (let top = this.pop(); top !== undefined; top = this.pop()) {
      const { pair, count } = top;
      // Else there is a newer entry, or the pair is gone.
      if (pair.count === count) return pair;
    }
    return undefined;
  }

  private push(entry: Entry): void {
    const { heap } = this;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!before(entry, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = entry;
  }

  private pop(): Entry | undefined {
    const { heap } = this;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return top;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
      if (!before(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return top;
  }
}

function before(a: Entry, b: Entry): boolean {
  if (a.count !== b.count) return a.count > b.count;
  return a.pair.left !== b.pair.left ? a.pair.left < b.pair.left : a.pair.right < b.pair.right;
}
