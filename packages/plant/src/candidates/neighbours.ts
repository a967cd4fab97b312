import { hashPair } from '../hashes/hash-words';
import type { SiteTable } from '../sites/site-table';
import type { NounTree } from '../wordnet/noun-tree';

/** How many words are kept for one thing. */
const maxNear = 32;
/** So many lists are kept; then they are made anew. */
const keptLists = 20_000;

/** The words of one bucket in the order of WordNet's tree, each shown by a row. */
interface Shelf {
  readonly rows: Int32Array;
  readonly synsets: Int32Array;
  readonly weights: Float64Array;
}

/** Things near each other in WordNet's is-a tree: of a dog the cat and the horse, then what else is an animal. */
export class Neighbours {
  readonly #tree: NounTree;
  readonly #shelves = new Map<number, Shelf>();
  readonly #lists = new Map<number, Int32Array>();

  /**
   * @param rows of things, one for each word
   * @param weightOf how common a word is: of many that are equally near the common ones come first
   */
  constructor(sites: SiteTable, tree: NounTree, rows: Iterable<number>, weightOf: (row: number) => number) {
    this.#tree = tree;
    const byBucket = new Map<number, number[]>();
    for (const row of rows) {
      const bucket = sites.bucket(row);
      const list = byBucket.get(bucket);
      if (list) list.push(row);
      else byBucket.set(bucket, [row]);
    }
    const synsetOf = (row: number) => sites.span(row).noun!.synset;
    for (const [bucket, list] of byBucket) {
      list.sort((a, b) => synsetOf(a) - synsetOf(b) || a - b);
      this.#shelves.set(bucket, {
        rows: Int32Array.from(list),
        synsets: Int32Array.from(list, synsetOf),
        weights: Float64Array.from(list, weightOf),
      });
    }
  }

  /** Rows of words near a thing, the nearest first. */
  near(bucket: number, synset: number): Int32Array {
    const key = hashPair(bucket, synset + 1);
    let list = this.#lists.get(key);
    if (!list) {
      if (this.#lists.size >= keptLists) this.#lists.clear();
      list = this.#find(bucket, synset);
      this.#lists.set(key, list);
    }
    return list;
  }

  #find(bucket: number, synset: number): Int32Array {
    const shelf = this.#shelves.get(bucket);
    if (!shelf) return new Int32Array(0);
    const found: number[] = [];
    let [low, high] = [lowerBound(shelf.synsets, synset), lowerBound(shelf.synsets, synset)];
    for (let node = synset; node >= 0 && found.length < maxNear; node = this.#tree.parent(node)) {
      const start = lowerBound(shelf.synsets, node);
      const end = lowerBound(shelf.synsets, this.#tree.end(node));
      const places: number[] = [];
      for (let i = start; i < low; i += 1) places.push(i);
      for (let i = high; i < end; i += 1) places.push(i);
      places.sort((a, b) => shelf.weights[b]! - shelf.weights[a]! || a - b);
      for (const place of places) {
        if (found.length === maxNear) break;
        found.push(shelf.rows[place]!);
      }
      [low, high] = [Math.min(low, start), Math.max(high, end)];
    }
    return Int32Array.from(found);
  }
}

/** Place of the first number that is not below a value. */
function lowerBound(numbers: Int32Array, value: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
