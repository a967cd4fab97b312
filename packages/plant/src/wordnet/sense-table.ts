import { addCode, emptyWord, hashWord } from '../hashes/hash-words';
import { remembered } from '../hashes/remembered';

/** One sense of a lemma: a synset, and how often SemCor's annotators chose it (WordNet's tag count). */
export interface Sense {
  readonly synset: number;
  readonly tags: number;
}

interface RankedSense extends Sense {
  readonly rank: number;
}

const [newline, space, comma, colon, underscore] = [10, 32, 44, 58, 95];

/** So many lemmas are kept with their senses, since captions name the same few thousand words. */
const maxKept = 16_384;

/**
 * Lower-cased lemma → senses, the most frequent first: numbers over the packed text, where each word is read when it is
 * asked for. As a Map the 190,000 words with their lists were half of what V8's collector walks through, each time.
 */
export class SenseTable {
  readonly #text: string;
  /** The start of each entry's word in the text, and its synset; entries keep the order of the text. */
  readonly #starts: Int32Array;
  readonly #synsets: Int32Array;
  /** The last entry of each hash, and the one before each entry; -1 for none. */
  readonly #last: Int32Array;
  readonly #before: Int32Array;
  readonly #mask: number;
  #size = 0;

  /** @param capacity the most words that will be added */
  constructor(text: string, capacity: number) {
    let places = 1024;
    while (places < capacity) places *= 2;
    this.#text = text;
    this.#starts = new Int32Array(capacity);
    this.#synsets = new Int32Array(capacity);
    this.#last = new Int32Array(places).fill(-1);
    this.#before = new Int32Array(capacity);
    this.#mask = places - 1;
  }

  /** Adds the word that starts at an index of the text. */
  add(start: number, synset: number): void {
    let hash = emptyWord;
    for (let i = start; !isEnd(this.#text, i); i += 1) hash = addCode(hash, lowerCodeAt(this.#text, i));
    const place = this.#placeOf(hash);
    this.#starts[this.#size] = start;
    this.#synsets[this.#size] = synset;
    this.#before[this.#size] = this.#last[place]!;
    this.#last[place] = this.#size;
    this.#size += 1;
  }

  has(lemma: string): boolean {
    for (let entry = this.#lastLike(lemma); entry >= 0; entry = this.#before[entry]!) {
      if (this.#is(lemma, entry)) return true;
    }
    return false;
  }

  readonly get = remembered((lemma: string) => this.#read(lemma), maxKept);

  #read(lemma: string): readonly Sense[] | undefined {
    let senses: RankedSense[] | undefined;
    for (let entry = this.#lastLike(lemma); entry >= 0; entry = this.#before[entry]!) {
      if (!this.#is(lemma, entry)) continue;
      senses ??= [];
      senses.push(this.#senseOf(entry, lemma.length));
    }
    // "china" and "China" share a rank; then the text's order decides.
    return senses?.reverse().sort((a, b) => a.rank - b.rank);
  }

  /** How often annotators met the lemma, in any of its senses. */
  tags(lemma: string): number {
    let sum = 0;
    for (let entry = this.#lastLike(lemma); entry >= 0; entry = this.#before[entry]!) {
      if (this.#is(lemma, entry)) sum += this.#senseOf(entry, lemma.length).tags;
    }
    return sum;
  }

  /** All lemmas, each as often as it has senses. @param long only those of several words */
  *lemmas(long = false): Generator<string> {
    for (let entry = 0; entry < this.#size; entry += 1) {
      const start = this.#starts[entry]!;
      if (!long || this.#isLong(start)) yield spellingAt(this.#text, start).toLowerCase();
    }
  }

  #isLong(start: number): boolean {
    for (let i = start; !isEnd(this.#text, i); i += 1)
      if (this.#text.charCodeAt(i) === underscore) return true;
    return false;
  }

  #lastLike(lemma: string): number {
    return this.#last[this.#placeOf(hashWord(lemma))]!;
  }

  #placeOf(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> 8) & this.#mask;
  }

  /** Whether an entry is of a lemma. */
  #is(lemma: string, entry: number): boolean {
    const start = this.#starts[entry]!;
    for (let i = 0; i < lemma.length; i += 1) {
      if (isEnd(this.#text, start + i)) return false;
      if (lowerCodeAt(this.#text, start + i) !== lemma.charCodeAt(i)) return false;
    }
    return isEnd(this.#text, start + lemma.length);
  }

  /** Behind the word stands ":rank:tags", of which each may be missing: then it is the first sense, never tagged. */
  #senseOf(entry: number, length: number): RankedSense {
    const start = this.#starts[entry]! + length;
    const [, rank, tags] = this.#text.slice(start, endOfWord(this.#text, start)).split(':');
    return { rank: rank ? Number(rank) : 1, synset: this.#synsets[entry]!, tags: tags ? Number(tags) : 0 };
  }
}

/** The word that starts at an index of the text, as WordNet spells it, with spaces. */
export function spellingAt(text: string, start: number): string {
  let end = start;
  while (!isEnd(text, end)) end += 1;
  return text.slice(start, end).replaceAll('_', ' ');
}

/** Index of the first character behind a word with all that is said of it. */
export function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && !isBetweenWords(text.charCodeAt(end))) end += 1;
  return end;
}

function isBetweenWords(code: number): boolean {
  return code === comma || code === space || code === newline;
}

/** Whether a word's letters have ended. */
function isEnd(text: string, index: number): boolean {
  if (index >= text.length) return true;
  const code = text.charCodeAt(index);
  return code === colon || isBetweenWords(code);
}

/** The packed text is ASCII. */
function lowerCodeAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code === underscore) return space;
  return code >= 65 && code <= 90 ? code + 32 : code;
}
