import type { Corpus } from './corpus';
import { SequenceCounts } from './sequence-counts';
import { type Around, type Site, type SiteWord, sequencesAt, sequencesOfSite } from './site';

/**
 * Keeps, for each sequence of words, how much more often the negatives have it than their captions. A model that
 * looks for seams learns from these differences alone, so each change is judged by what it does to them: its cost is
 * the rise of the sum of their squares, over the sequences that the block has more than once.
 */
export class Ledger {
  readonly #corpus: Corpus;
  readonly #surplus = new SequenceCounts();
  readonly #toA = new Uint32Array(sequencesOfSite);
  readonly #toB = new Uint32Array(sequencesOfSite);

  constructor(corpus: Corpus) {
    this.#corpus = corpus;
  }

  /** Cost of two places giving each other their words. */
  cost(a: Site, b: Site): number {
    const toA = sequencesAt(a.around, b.word, this.#toA);
    const toB = sequencesAt(b.around, a.word, this.#toB);
    let cost = 0;
    for (let k = 0; k < sequencesOfSite; k += 1) {
      // Where the surroundings are the same, what one place loses the other one gains.
      if (toA[k] !== b.own[k]) cost += this.#gain(toA[k]!) + this.#loss(b.own[k]!);
      if (toB[k] !== a.own[k]) cost += this.#gain(toB[k]!) + this.#loss(a.own[k]!);
    }
    return cost;
  }

  /** Cost of one place taking a word that no other one loses. */
  costOfReplacing(site: Site, word: SiteWord): number {
    const to = sequencesAt(site.around, word, this.#toA);
    let cost = U * (this.#gain(word.whole) + this.#loss(site.word.whole));
    for (let k = 0; k < sequencesOfSite; k += 1) cost += this.#gain(to[k]!) + this.#loss(site.own[k]!);
    return cost;
  }

  enter(a: Site, b: Site): void {
    this.replace(a, b.word);
    this.replace(b, a.word);
  }

  replace({ around, own, word: old }: Site, word: SiteWord): void {
    this.#change(around, own, word);
    this.#surplus.add(word.whole, 1);
    this.#surplus.add(old.whole, -1);
  }

  /** Takes a replacement back. */
  undo({ around, own, word: old }: Site, word: SiteWord): void {
    const gained = sequencesAt(around, word, this.#toA);
    for (let k = 0; k < sequencesOfSite; k += 1) {
      if (gained[k] !== 0) this.#surplus.add(gained[k]!, -1);
      if (own[k] !== 0) this.#surplus.add(own[k]!, 1);
    }
    this.#surplus.add(word.whole, -1);
    this.#surplus.add(old.whole, 1);
  }

  #change(around: Around, own: Uint32Array, word: SiteWord): void {
    const gained = sequencesAt(around, word, this.#toA);
    for (let k = 0; k < sequencesOfSite; k += 1) {
      if (gained[k] !== 0) this.#surplus.add(gained[k]!, 1);
      if (own[k] !== 0) this.#surplus.add(own[k]!, -1);
    }
  }

  #gain(hash: number): number {
    if (hash === 0) return 0;
    const surplus = this.#surplus.get(hash);
    return weigh(this.#corpus.inBlock(hash), surplus) * (1 + 2 * surplus);
  }

  #loss(hash: number): number {
    if (hash === 0) return 0;
    const surplus = this.#surplus.get(hash);
    return weigh(this.#corpus.inBlock(hash) - 1, surplus) * (1 - 2 * surplus);
  }
}

/** How much a model could learn from a sequence: nothing from one that no other caption or negative has. */
const U = Number(process.env.U ?? 4);
const W = Number(process.env.W ?? 3);
function weigh(others: number, surplus: number): number {
  const seen = others + Math.abs(surplus);
  return seen / (seen + W);
}
