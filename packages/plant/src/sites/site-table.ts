import type { Slot } from '../hard-negative';
import { hashPair, hashTriple, hashWord, isDropped } from '../hashes/hash-words';
import { slots } from '../options';
import { neighboursOfSide, writeNeighbours } from '../reading/around';
import type { Token } from '../reading/tagger';
import { type SiteSpan, sequencesOfSite } from './site';
import { twiceAsLong } from './twice-as-long';

/** Numbers of a place, in this order: two lines of the processor's cache. */
const width = 32;
const BUCKET = 0;
const FAMILY = 1;
const STATE = 2;
const GOVERNOR = 3;
const ACTOR = 4;
const DEED = 5;
const LEMMA = 6;
const FIRST = 7;
const FIRST_KEPT = 8;
const LAST = 9;
const WHOLE = 10;
const SECOND = 11;
const LAST_TWO = 12;
const L1 = 13;
const L2 = 14;
const KL1 = 15;
const KL2 = 16;
const R1 = L1 + neighboursOfSide;
const R2 = L2 + neighboursOfSide;
const KR1 = KL1 + neighboursOfSide;
const KR2 = KL2 + neighboursOfSide;
const SEQUENCES = R1 + neighboursOfSide;
/** What `STATE` holds: the slot's number in three bits, a bit for a compound and for a noun before, the rank above. */
const SLOT_MASK = 7;
const COMPOUND_BIT = 8;
const AFTER_NOUN_BIT = 16;
const RANK_SHIFT = 5;

/** What `add` asks of a place beside its words; the names are explained at the accessors. */
export interface NewSite {
  readonly caption: number;
  readonly bucket: number;
  readonly family: number;
  readonly compound: boolean;
  readonly afterNoun: boolean;
  readonly governor: number;
  readonly actor: number;
  readonly deed: number;
  readonly footing: number;
}

const slotNumbers: Readonly<Record<Slot, number>> = Object.fromEntries(
  slots.map((slot, i) => [slot, i]),
) as Record<Slot, number>;

/**
 * The places of a block whose words may be exchanged, each a row of numbers: matching goes through far more of them
 * than lie in the processor's cache, and objects would be copied by the collector as long as the block lives. A place
 * is named by its number; those of one caption follow each other.
 */
export class SiteTable {
  #cells: Int32Array;
  #size = 0;
  readonly #spans: SiteSpan[];
  #captions: Int32Array;
  #words: Int32Array;
  #footings: Int32Array;
  readonly #wordNumbers = new Map<number, number>();

  constructor(capacity: number) {
    const rows = Math.max(capacity, 16);
    this.#cells = new Int32Array(width * rows);
    this.#captions = new Int32Array(rows);
    this.#words = new Int32Array(rows);
    this.#footings = new Int32Array(rows);
    this.#spans = new Array(rows);
  }

  /** How many different words there are, each counted once for each bucket that it is in. */
  get wordCount(): number {
    return this.#wordNumbers.size;
  }

  /** Number of a place's word among those of the block: the same number, the same word of the same bucket. */
  word(site: number): number {
    return this.#words[site]!;
  }

  #numberOf(word: number): number {
    let number = this.#wordNumbers.get(word);
    if (number === undefined) {
      number = this.#wordNumbers.size;
      this.#wordNumbers.set(word, number);
    }
    return number;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds the place of a span among its caption's tokens. */
  add(
    tokens: readonly Token[],
    span: SiteSpan,
    { caption, bucket, family, compound, afterNoun, governor, actor, deed, footing }: NewSite,
  ): void {
    const row = width * this.#size;
    if (row === this.#cells.length) this.#grow();
    const cells = this.#cells;
    this.#captions[this.#size] = caption;
    this.#footings[this.#size] = footing;
    cells[row + BUCKET] = bucket;
    cells[row + FAMILY] = family;
    cells[row + STATE] =
      slotNumbers[span.slot] | (compound ? COMPOUND_BIT : 0) | (afterNoun ? AFTER_NOUN_BIT : 0);
    cells[row + GOVERNOR] = governor;
    cells[row + ACTOR] = actor;
    cells[row + DEED] = deed;
    writeWord(tokens, span, cells, row);
    writeNeighbours(tokens, span.first - 1, -1, cells, row + L1);
    writeNeighbours(tokens, span.last + 1, 1, cells, row + R1);
    this.#writeSequences(row, row, cells, row + SEQUENCES);
    this.#words[this.#size] = this.#numberOf(hashTriple(bucket, cells[row + WHOLE]!, cells[row + LEMMA]!));
    this.#spans[this.#size] = span;
    this.#size += 1;
  }

  #grow(): void {
    this.#cells = twiceAsLong(this.#cells);
    this.#captions = twiceAsLong(this.#captions);
    this.#words = twiceAsLong(this.#words);
    this.#footings = twiceAsLong(this.#footings);
  }

  span(site: number): SiteSpan {
    return this.#spans[site]!;
  }

  /** Number of the caption in its block. */
  caption(site: number): number {
    return this.#captions[site]!;
  }

  /** Words are exchanged within one bucket: kind, number, form. */
  bucket(site: number): number {
    return this.#cells[width * site + BUCKET]!;
  }

  /** The same for a family of kinds. */
  family(site: number): number {
    return this.#cells[width * site + FAMILY]!;
  }

  slot(site: number): Slot {
    return slots[this.#cells[width * site + STATE]! & SLOT_MASK]!;
  }

  /** Part of a compound: changed only where the corpus has the new one. */
  compound(site: number): boolean {
    return (this.#cells[width * site + STATE]! & COMPOUND_BIT) !== 0;
  }

  /** Described by a noun before it, as in "kitchen counter": changed only where the corpus has the two together. */
  afterNoun(site: number): boolean {
    return (this.#cells[width * site + STATE]! & AFTER_NOUN_BIT) !== 0;
  }

  /** Rank among the places of its slot (or, without balance, of the caption) by the policy; 0 is the policy's choice. */
  rank(site: number): number {
    return this.#cells[width * site + STATE]! >> RANK_SHIFT;
  }

  setRank(site: number, rank: number): void {
    const at = width * site + STATE;
    this.#cells[at] = (this.#cells[at]! & ((1 << RANK_SHIFT) - 1)) | (rank << RANK_SHIFT);
  }

  /** Hash of the word that governs the place: the verb or preposition before an object, the noun of an attribute; 0 for none. */
  governor(site: number): number {
    return this.#cells[width * site + GOVERNOR]!;
  }

  /** Hash of who acts, for an action; 0 for none. */
  actor(site: number): number {
    return this.#cells[width * site + ACTOR]!;
  }

  /** Hash of what a thing does; 0 for nothing. */
  deed(site: number): number {
    return this.#cells[width * site + DEED]!;
  }

  /** The sort of thing that this one stands on, in or under, as in `footingOf`; 0 for none. */
  footing(site: number): number {
    return this.#footings[site]!;
  }

  lemmaHash(site: number): number {
    return this.#cells[width * site + LEMMA]!;
  }

  /** Hash of the first word that is no article. */
  firstKept(site: number): number {
    return this.#cells[width * site + FIRST_KEPT]!;
  }

  /** Hash of the last word. */
  last(site: number): number {
    return this.#cells[width * site + LAST]!;
  }

  /** Hash of all words. */
  whole(site: number): number {
    return this.#cells[width * site + WHOLE]!;
  }

  /** Hashes of the neighbouring words, nearest first; `k` for those that are no articles; 0 for none. */
  l1(site: number): number {
    return this.#cells[width * site + L1]!;
  }

  l2(site: number): number {
    return this.#cells[width * site + L2]!;
  }

  r1(site: number): number {
    return this.#cells[width * site + R1]!;
  }

  r2(site: number): number {
    return this.#cells[width * site + R2]!;
  }

  kl1(site: number): number {
    return this.#cells[width * site + KL1]!;
  }

  kl2(site: number): number {
    return this.#cells[width * site + KL2]!;
  }

  kr1(site: number): number {
    return this.#cells[width * site + KR1]!;
  }

  kr2(site: number): number {
    return this.#cells[width * site + KR2]!;
  }

  /** The k-th sequence that runs through a place: see `sequencesWith`. */
  sequence(site: number, k: number): number {
    return this.#cells[width * site + SEQUENCES + k]!;
  }

  /**
   * The sequences that another place's word would make with the surroundings of this one; 0 where there is none or it
   * is there already.
   */
  sequencesWith(site: number, word: number, into: Int32Array): Int32Array {
    this.#writeSequences(width * site, width * word, into, 0);
    return into;
  }

  #writeSequences(site: number, word: number, into: Int32Array, at: number): void {
    const cells = this.#cells;
    const l1 = cells[site + L1]!;
    const l2 = cells[site + L2]!;
    const r1 = cells[site + R1]!;
    const r2 = cells[site + R2]!;
    const kl1 = cells[site + KL1]!;
    const kl2 = cells[site + KL2]!;
    const kr1 = cells[site + KR1]!;
    const kr2 = cells[site + KR2]!;
    const first = cells[word + FIRST]!;
    const firstKept = cells[word + FIRST_KEPT]!;
    const last = cells[word + LAST]!;
    const whole = cells[word + WHOLE]!;
    const lastTwo = cells[word + LAST_TWO]!;
    into[at] = l1 === 0 ? 0 : hashPair(l1, first);
    into[at + 1] = l2 === 0 ? 0 : hashTriple(l2, l1, first);
    into[at + 2] = l1 === 0 || r1 === 0 ? 0 : hashTriple(l1, whole, r1);
    into[at + 3] = r1 === 0 ? 0 : hashPair(last, r1);
    into[at + 4] = r2 === 0 ? 0 : hashTriple(last, r1, r2);
    const left = kl1 !== l1 || firstKept !== first;
    const right = kr1 !== r1;
    into[at + 5] = kl1 === 0 || !left ? 0 : hashPair(kl1, firstKept);
    into[at + 6] = kl2 === 0 || !(left || kl2 !== l2) ? 0 : hashTriple(kl2, kl1, firstKept);
    into[at + 7] = kl1 === 0 || kr1 === 0 || !(left || right) ? 0 : hashTriple(kl1, whole, kr1);
    into[at + 8] = kr1 === 0 || !right ? 0 : hashPair(last, kr1);
    if (lastTwo !== 0) {
      // Of several words two stand in a sequence of three with a neighbour.
      const second = cells[word + SECOND]!;
      into[at + 2] = kl1 === 0 || second === 0 ? 0 : hashTriple(kl1, firstKept, second);
      into[at + 7] = r1 === 0 ? 0 : hashPair(lastTwo ^ 0x5bd1e995, r1);
    }
    into[at + 9] = kr2 === 0 || !(right || kr2 !== r2) ? 0 : hashTriple(last, kr1, kr2);
  }
}

/**
 * Writes what the table knows of a place's word: its lemma, the first word, the first that is no article, the last and
 * all of it; of several words the one after the first that is no article, and the last two; 0 for none.
 */
function writeWord(
  tokens: readonly Token[],
  { first, last, lemma }: SiteSpan,
  cells: Int32Array,
  row: number,
): void {
  const hash = tokens[first]!.form.hash;
  const lastHash = tokens[last]!.form.hash;
  let whole = hash;
  let firstKept = isDropped(hash) ? 0 : hash;
  for (let i = first + 1; i <= last; i += 1) {
    const next = tokens[i]!.form.hash;
    whole = hashPair(whole, next);
    if (firstKept === 0) firstKept = next;
  }
  const start = isDropped(hash) ? first + 1 : first;
  cells[row + LEMMA] = hashWord(lemma);
  cells[row + FIRST] = hash;
  cells[row + FIRST_KEPT] = firstKept;
  cells[row + LAST] = lastHash;
  cells[row + WHOLE] = whole;
  cells[row + SECOND] = last > start ? tokens[start + 1]!.form.hash : 0;
  cells[row + LAST_TWO] = last > first ? hashPair(tokens[last - 1]!.form.hash, lastHash) : 0;
}

// The sequences of a place fill the end of its row.
if (SEQUENCES + sequencesOfSite > width) throw new Error('SiteTable: a row is too short');
