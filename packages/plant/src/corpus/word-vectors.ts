import { HashTable } from '../hashes/hash-table';
import { hashCompany, hashMet, hashPair, hashToken, hashTriple, hashWord } from '../hashes/hash-words';
import { companyHash } from '../lexicon/words';
import type { BlockReading } from '../sites/block-reading';
import type { SiteTable } from '../sites/site-table';
import type { CorpusStats } from './corpus-stats';
import { Evidence } from './evidence';

/** So many frequent words are looked for before a word, behind it, and in its pictures: more of them tell no more. */
const basis = 64;
/** A rarer word is no landmark. */
const leastCount = 5;
/** A smaller block says nothing of its own: its vectors are those of the fitted corpus, kept from block to block. */
const leastBlock = 300;
/** So many vectors of a fitted corpus are kept. */
const maxKept = 16_384;

/** Words of every text that are in no vocabulary. */
const functionWords =
  'a the of and with in is are that to his her its their from by for at this it while has two'.split(' ');

/**
 * Vectors of words: the positive pointwise mutual information max(0, ln(c / e)) of a word with the most frequent words
 * before it, behind it and in its pictures, where c is how often both came together and e how often chance would have
 * it; each is worked out when it is first asked for.
 */
export class WordVectors {
  readonly #evidence: Evidence;
  readonly #contexts: Int32Array;
  readonly #things: Int32Array;
  readonly #width: number;
  readonly #most: number;
  #numbers: HashTable;
  #size = 0;
  #cells: Float32Array;

  /**
   * @param contexts hashes of frequent words
   * @param things hashes of words that many pictures have
   * @param most all vectors are dropped once there are this many
   */
  constructor(evidence: Evidence, contexts: Int32Array, things: Int32Array, most = Number.POSITIVE_INFINITY) {
    this.#evidence = evidence;
    this.#contexts = contexts;
    this.#things = things;
    this.#most = most;
    this.#width = 2 * contexts.length + things.length;
    this.#numbers = new HashTable();
    this.#cells = new Float32Array(256 * this.#width);
  }

  /** Cosine of the vectors of two rows' words, from 0 to 1; 0 where one of them is unknown. */
  closeness(sites: SiteTable, a: number, b: number): number {
    if (this.#size + 2 > this.#most) {
      this.#numbers = new HashTable();
      this.#size = 0;
    }
    const first = this.#startOf(sites, a);
    const second = this.#startOf(sites, b);
    const cells = this.#cells;
    const width = this.#width;
    // Two sums, which the processor can work on at the same time.
    let even = 0;
    let odd = 0;
    let i = 0;
    for (; i + 1 < width; i += 2) {
      even += cells[first + i]! * cells[second + i]!;
      odd += cells[first + i + 1]! * cells[second + i + 1]!;
    }
    if (i < width) even += cells[first + i]! * cells[second + i]!;
    return even + odd;
  }

  /** Where the vector of a row's word starts. */
  #startOf(sites: SiteTable, row: number): number {
    const [first, last, lemma] = [sites.firstKept(row), sites.last(row), sites.lemmaHash(row)];
    const key = hashTriple(first, last, lemma);
    const number = this.#numbers.get(key);
    if (number > 0) return (number - 1) * this.#width;
    const start = this.#size * this.#width;
    if (start === this.#cells.length) {
      const longer = new Float32Array(2 * start);
      longer.set(this.#cells);
      this.#cells = longer;
    }
    this.#write(first, last, companyHash(lemma), start);
    this.#size += 1;
    this.#numbers.set(key, this.#size);
    return start;
  }

  #write(first: number, last: number, lemma: number, start: number): void {
    const evidence = this.#evidence;
    const contexts = this.#contexts;
    const things = this.#things;
    const cells = this.#cells;
    const perFirst = evidence.count(first) / evidence.words;
    const perLast = evidence.count(last) / evidence.words;
    const perLemma = evidence.count(hashMet(lemma)) / evidence.pictures;
    for (let i = 0; i < contexts.length; i += 1) {
      const word = contexts[i]!;
      const often = evidence.count(word);
      cells[start + i] = information(evidence.count(hashPair(word, first)), often * perFirst);
      cells[start + contexts.length + i] = information(evidence.count(hashPair(last, word)), often * perLast);
    }
    for (let i = 0; i < things.length; i += 1) {
      const word = things[i]!;
      cells[start + 2 * contexts.length + i] =
        word === lemma
          ? 0
          : information(evidence.count(hashCompany(lemma, word)), evidence.count(hashMet(word)) * perLemma);
    }
    let square = 0;
    for (let i = 0; i < this.#width; i += 1) square += cells[start + i]! ** 2;
    if (square === 0) return;
    const length = Math.sqrt(square);
    for (let i = 0; i < this.#width; i += 1) cells[start + i]! /= length;
  }
}

function information(count: number, chance: number): number {
  return count === 0 || chance <= 0 ? 0 : Math.max(0, Math.log(count / chance));
}

const ofCorpora = new WeakMap<CorpusStats, WordVectors>();

/** The vectors of a block's words: by the block and the fitted corpus, or the corpus alone if the block is small. */
export function vectorsFor(
  block: BlockReading,
  fit: CorpusStats | undefined,
  evidence: Evidence,
): WordVectors {
  if (block.size >= leastBlock || !fit) {
    return new WordVectors(evidence, contextsOf(evidence, block, fit), thingsOf(evidence, block, fit));
  }
  let vectors = ofCorpora.get(fit);
  if (!vectors) {
    const alone = new Evidence(undefined, fit);
    const contexts = contextsOf(alone, undefined, fit);
    vectors = new WordVectors(alone, contexts, thingsOf(alone, undefined, fit), maxKept);
    ofCorpora.set(fit, vectors);
  }
  return vectors;
}

function contextsOf(
  evidence: Evidence,
  block: BlockReading | undefined,
  fit: CorpusStats | undefined,
): Int32Array {
  const words = new Set(functionWords.map(hashToken));
  for (const { text } of fit?.vocabulary ?? []) words.add(hashWord(text));
  for (let token = 0; token < (block?.tokens.size ?? 0); token += 1) words.add(block!.tokens.hash(token));
  return mostFrequent(words, (word) => evidence.count(word));
}

function thingsOf(
  evidence: Evidence,
  block: BlockReading | undefined,
  fit: CorpusStats | undefined,
): Int32Array {
  const words = new Set<number>();
  for (const { slot, lemma } of fit?.vocabulary ?? []) {
    if (slot === 'object' || slot === 'action') words.add(companyHash(hashWord(lemma)));
  }
  if (block) {
    const { companions } = block;
    for (let i = 0; i < companions.end(block.size - 1); i += 1) words.add(companions.hash(i));
  }
  return mostFrequent(words, (word) => evidence.count(hashMet(word)));
}

function mostFrequent(words: ReadonlySet<number>, countOf: (word: number) => number): Int32Array {
  const counted: [word: number, count: number][] = [];
  for (const word of words) {
    const count = word === 0 ? 0 : countOf(word);
    if (count >= leastCount) counted.push([word, count]);
  }
  counted.sort(([a, x], [b, y]) => y - x || a - b);
  return Int32Array.from(counted.slice(0, basis), ([word]) => word);
}
