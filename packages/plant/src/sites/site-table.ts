import { type Slot, slots } from '../hard-negative';
import { hashPair, hashToken, hashTriple, hashWord, isDropped } from '../hashes/hash-words';
import type { Token } from '../reading/tagger';
import { type SiteSpan, sequencesOfSite } from './site';
import type { SiteWord } from './site-word';
import { twiceAsLong } from './token-table';

/** So many numbers `writeNeighbours` writes, the nearest word first and the nearest that is no article third. */
const neighboursOfSide = 4;

/**
 * Writes the hashes of the two nearest words of one side, and of the two nearest that are no articles; 0 for none.
 *
 * @param start the nearest token
 */
function writeNeighbours(
  tokens: readonly Token[],
  start: number,
  step: 1 | -1,
  into: Int32Array,
  at: number,
): void {
  let next = 0;
  let second = 0;
  let nextKept = 0;
  let secondKept = 0;
  for (let i = start; i >= 0 && i < tokens.length && secondKept === 0; i += step) {
    const { hash } = tokens[i]!.form;
    if (hash === 0) continue;
    if (next === 0) next = hash;
    else if (second === 0) second = hash;
    if (isDropped(hash)) continue;
    if (nextKept === 0) nextKept = hash;
    else secondKept = hash;
  }
  into[at] = next;
  into[at + 1] = second;
  into[at + 2] = nextKept;
  into[at + 3] = secondKept;
}

/** Numbers of a place, in this order: two lines of the processor's cache. */
const width = 32;
const BUCKET = 0;
const SORT = 1;
const STATE = 2;
const GOVERNOR = 3;
const ACTOR = 4;
const ACTION = 5;
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
const LIST = SEQUENCES + sequencesOfSite;
/** What `STATE` holds: the slot's number in three bits, a bit for a compound and for a noun before, the price above. */
const SLOT_MASK = 7;
const COMPOUND_BIT = 8;
const AFTER_NOUN_BIT = 16;
const PRICE_SHIFT = 5;
const stepsOfNat = 512;

/** The class of a word: which words may stand in its place at all, and which of them are likely to. */
export interface WordClass {
  readonly bucket: number;
  readonly sort: number;
}

/** What `add` asks of a site beside its words; the names are explained at the accessors. */
export interface NewSite extends WordClass {
  readonly caption: number;
  readonly compound: boolean;
  readonly afterNoun: boolean;
  readonly governor: number;
  readonly actor: number;
  readonly action: number;
  /** Number of the list of contrasts that holds there; 0 for none. */
  readonly list: number;
}

const slotNumbers: Readonly<Record<Slot, number>> = Object.fromEntries(
  slots.map((slot, i) => [slot, i]),
) as Record<Slot, number>;

/** No caption: the row is a word of the vocabulary. */
export const noCaption = -1;

/**
 * The sites of a block and the words of the vocabulary, each a row of numbers: matching goes through far more of them
 * than lie in the processor's cache, and objects would be copied by the collector as long as the block lives. A row is
 * named by its number; words of the vocabulary come first, and the sites of one caption follow each other. What stands
 * in a site and what may stand there instead are both rows, so that every stage takes (site, giver).
 */
export class SiteTable {
  #cells: Int32Array;
  #size = 0;
  /** How many rows stay when a new block comes. */
  #kept = 0;
  readonly #spans: SiteWord[];
  #captions: Int32Array;
  #words: Int32Array;
  /** Numbers of the words of the vocabulary, and of those that the block adds. */
  readonly #keptNumbers = new Map<number, number>();
  readonly #wordNumbers = new Map<number, number>();

  constructor(capacity: number) {
    const rows = Math.max(capacity, 16);
    this.#cells = new Int32Array(width * rows);
    this.#captions = new Int32Array(rows);
    this.#words = new Int32Array(rows);
    this.#spans = [];
  }

  /** All rows so far are words that stay for the next blocks. */
  keep(): void {
    this.#kept = this.#size;
    for (const [word, number] of this.#wordNumbers) this.#keptNumbers.set(word, number);
    this.#wordNumbers.clear();
  }

  /** Drops the rows of the last block. */
  reset(): void {
    this.#size = this.#kept;
    this.#spans.length = this.#kept;
    this.#wordNumbers.clear();
  }

  /** How many different words there are, each counted once for each bucket that it is in. */
  get wordCount(): number {
    return this.#keptNumbers.size + this.#wordNumbers.size;
  }

  /** Number of a row's word: the same number, the same word of the same bucket. */
  word(site: number): number {
    return this.#words[site]!;
  }

  #numberOf(word: number): number {
    let number = this.#keptNumbers.get(word) ?? this.#wordNumbers.get(word);
    if (number === undefined) {
      number = this.wordCount;
      this.#wordNumbers.set(word, number);
    }
    return number;
  }

  get size(): number {
    return this.#size;
  }

  /** Adds a word that stands in no caption; its number. */
  addWord(word: SiteWord, { bucket, sort }: WordClass): number {
    const row = this.#addRow(word, noCaption, bucket, sort);
    const words = word.text.toLowerCase().split(' ');
    writeWord(words.map(hashToken), word.lemma, this.#cells, row);
    this.#cells.fill(0, row + L1, row + width);
    return this.#close(bucket, row);
  }

  /** Adds the site of a span among its caption's tokens. */
  add(
    tokens: readonly Token[],
    span: SiteSpan,
    { caption, bucket, sort, compound, afterNoun, governor, actor, action, list }: NewSite,
  ): void {
    const row = this.#addRow(span, caption, bucket, sort);
    const cells = this.#cells;
    cells[row + STATE]! |= (compound ? COMPOUND_BIT : 0) | (afterNoun ? AFTER_NOUN_BIT : 0);
    cells[row + GOVERNOR] = governor;
    cells[row + ACTOR] = actor;
    cells[row + ACTION] = action;
    cells[row + LIST] = list;
    hashes.length = 0;
    for (let i = span.first; i <= span.last; i += 1) hashes.push(tokens[i]!.form.hash);
    writeWord(hashes, span.lemma, cells, row);
    writeNeighbours(tokens, span.first - 1, -1, cells, row + L1);
    writeNeighbours(tokens, span.last + 1, 1, cells, row + R1);
    this.#writeSequences(row, row, cells, row + SEQUENCES);
    this.#close(bucket, row);
  }

  #addRow(span: SiteWord, caption: number, bucket: number, sort: number): number {
    const row = width * this.#size;
    if (row === this.#cells.length) {
      this.#cells = twiceAsLong(this.#cells);
      this.#captions = twiceAsLong(this.#captions);
      this.#words = twiceAsLong(this.#words);
    }
    const cells = this.#cells;
    this.#captions[this.#size] = caption;
    this.#spans[this.#size] = span;
    cells[row + BUCKET] = bucket;
    cells[row + SORT] = sort;
    cells[row + STATE] = slotNumbers[span.slot];
    cells[row + GOVERNOR] = 0;
    cells[row + ACTOR] = 0;
    cells[row + ACTION] = 0;
    return row;
  }

  #close(bucket: number, row: number): number {
    const cells = this.#cells;
    this.#words[this.#size] = this.#numberOf(hashTriple(bucket, cells[row + WHOLE]!, cells[row + LEMMA]!));
    this.#size += 1;
    return this.#size - 1;
  }

  /** The word of a row. */
  span(site: number): SiteWord {
    return this.#spans[site]!;
  }

  /** The span of a site, which stands in a caption. */
  placed(site: number): SiteSpan {
    const span = this.#spans[site];
    if (this.#captions[site] === noCaption || !span)
      throw new Error(`SiteTable: row ${site} stands in no caption`);
    return span as SiteSpan;
  }

  /** Number of the caption in its block; `noCaption` for a word of the vocabulary. */
  caption(site: number): number {
    return this.#captions[site]!;
  }

  /** Words take each other's places within one bucket: slot, number or degree or form, person or thing. */
  bucket(site: number): number {
    return this.#cells[width * site + BUCKET]!;
  }

  /** Within the bucket, words that are near each other in WordNet: a hint where to look first. */
  sort(site: number): number {
    return this.#cells[width * site + SORT]!;
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

  /** What an edit of a site costs beside its surprise, in nats; to the 512th. */
  price(site: number): number {
    return (this.#cells[width * site + STATE]! >>> PRICE_SHIFT) / stepsOfNat;
  }

  setPrice(site: number, price: number): void {
    const at = width * site + STATE;
    const steps = Math.round(price * stepsOfNat);
    this.#cells[at] = (this.#cells[at]! & ((1 << PRICE_SHIFT) - 1)) | (steps << PRICE_SHIFT);
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
  action(site: number): number {
    return this.#cells[width * site + ACTION]!;
  }

  /** Number of the list of contrasts that holds there; 0 for none. */
  list(site: number): number {
    return this.#cells[width * site + LIST]!;
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

const hashes: number[] = [];

/**
 * Writes what the table knows of a row's word: its lemma, the first word, the first that is no article, the last and
 * all of it; of several words the one after the first that is no article, and the last two; 0 for none.
 */
function writeWord(words: readonly number[], lemma: string, cells: Int32Array, row: number): void {
  const hash = words[0]!;
  const last = words.length - 1;
  let whole = hash;
  let firstKept = isDropped(hash) ? 0 : hash;
  for (let i = 1; i <= last; i += 1) {
    whole = hashPair(whole, words[i]!);
    if (firstKept === 0) firstKept = words[i]!;
  }
  const start = isDropped(hash) ? 1 : 0;
  cells[row + LEMMA] = hashWord(lemma);
  cells[row + FIRST] = hash;
  cells[row + FIRST_KEPT] = firstKept;
  cells[row + LAST] = words[last]!;
  cells[row + WHOLE] = whole;
  cells[row + SECOND] = last > start ? words[start + 1]! : 0;
  cells[row + LAST_TWO] = last > 0 ? hashPair(words[last - 1]!, words[last]!) : 0;
}

if (LIST >= width) throw new Error('SiteTable: a row is too short');
