import type { PartOfSpeechGraph } from './decode-graph';

/**
 * The is-a tree of nouns by first hypernyms. Synsets are numbered in depth-first order, so that all that lies below one
 * is a range of numbers.
 */
export class NounTree {
  readonly #parent: Int32Array;
  /** The first number behind each synset's subtree. */
  readonly #ends: Int32Array;

  constructor({ parent }: Pick<PartOfSpeechGraph, 'parent'>) {
    this.#parent = parent;
    this.#ends = new Int32Array(parent.length);
    for (let synset = parent.length - 1; synset >= 0; synset -= 1) {
      if (this.#ends[synset] === 0) this.#ends[synset] = synset + 1;
      const above = parent[synset]!;
      if (above >= 0) this.#ends[above] = Math.max(this.#ends[above]!, this.#ends[synset]!);
    }
  }

  /** The synset above; −1 for a root. */
  parent(synset: number): number {
    return this.#parent[synset]!;
  }

  /** How many is-a steps lead from one synset to another, over the nearest one above both; 99 if there is none. */
  steps(a: number, b: number): number {
    let steps = 0;
    // A number below another one's subtree lies above neither: what has the larger number is climbed first.
    for (let [x, y] = [a, b]; x >= 0 && y >= 0; steps += 1) {
      if (x === y) return steps;
      if (x > y) x = this.#parent[x]!;
      else y = this.#parent[y]!;
    }
    return 99;
  }

  /** The first number behind all synsets that lie below one. */
  end(synset: number): number {
    return this.#ends[synset]!;
  }

  /** The synset above (or itself) that is a number of steps below the root; of a higher one, the synset itself. */
  atDepth(synset: number, depth: number): number {
    path.length = 0;
    for (let node = synset; node >= 0; node = this.#parent[node]!) path.push(node);
    return path[Math.max(0, path.length - 1 - depth)]!;
  }
}

const path: number[] = [];
