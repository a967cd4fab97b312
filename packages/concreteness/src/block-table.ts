import { encodeRating, ratingOfCode } from './rating-code';

/**
 * Front coding: in a sorted list a word shares its beginning with the word before it, so each entry is one
 * capital letter, 'A' + the number of shared characters (at most 25), and then the rest of the word. Words have
 * no capital letters, so the capitals also separate the entries, and the list is one plain string.
 */
const base = 'A'.charCodeAt(0);

const longest = 25;

export function encodeFrontCoded(sortedWords: readonly string[]): string {
  let previous = '';
  let text = '';
  for (const word of sortedWords) {
    if (/[A-Z]/.test(word)) throw new Error(`front coding: "${word}" has a capital letter`);
    let shared = 0;
    const limit = Math.min(word.length, previous.length, longest);
    while (shared < limit && word[shared] === previous[shared]) shared += 1;
    text += String.fromCharCode(base + shared) + word.slice(shared);
    previous = word;
  }
  return text;
}

export function decodeFrontCoded(text: string): string[] {
  const words: string[] = [];
  let previous = '';
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && !isCapital(text.charCodeAt(end))) end += 1;
    const shared = text.charCodeAt(start) - base;
    previous = previous.slice(0, shared) + text.slice(start + 1, end);
    words.push(previous);
    start = end;
  }
  return words;
}

function isCapital(code: number): boolean {
  return code >= base && code <= base + longest;
}

/**
 * A read-only table of ratings by word, kept as text and decoded block by block: a block holds the words that
 * share their first two characters. To decode all 158,000 entries at the start takes a tenth of a second, and a
 * process that rates a few captions needs few blocks.
 */
export interface BlockTable {
  get(word: string): number | undefined;
  /** All words, sorted. */
  words(): Generator<string>;
}

/** The two strings of a table: blocks with newlines between them, words front-coded, one character for each rating. */
export interface BlockTableText {
  readonly words: string;
  readonly ratings: string;
}

const characterBits = 7;

/** The first two characters as one number (a lone one as if a NUL followed), -1 if they are not ASCII. */
function keyOf(word: string): number {
  const first = word.charCodeAt(0);
  const second = word.length > 1 ? word.charCodeAt(1) : 0;
  return first < 128 && second < 128 ? (first << characterBits) | second : -1;
}

export function encodeBlockTable(sortedWords: readonly string[], ratings: ArrayLike<number>): BlockTableText {
  const blocks: { key: number; words: string[]; ratings: string }[] = [];
  for (const [index, word] of sortedWords.entries()) {
    const key = keyOf(word);
    if (blocks.at(-1)?.key !== key) blocks.push({ key, words: [], ratings: '' });
    const block = blocks.at(-1)!;
    block.words.push(word);
    block.ratings += encodeRating(ratings[index]!);
  }
  return {
    words: blocks.map((block) => encodeFrontCoded(block.words)).join('\n'),
    ratings: blocks.map((block) => block.ratings).join('\n'),
  };
}

export function openBlockTable({ words, ratings }: BlockTableText): BlockTable {
  const wordBlocks = words.split('\n');
  const ratingBlocks = ratings.split('\n');
  const blockOfKey = new Int32Array(1 << (2 * characterBits)).fill(-1);
  for (const [index, block] of wordBlocks.entries()) blockOfKey[keyOf(firstWord(block))] = index;
  const decoded: (ReadonlyMap<string, number> | undefined)[] = new Array(wordBlocks.length);

  const decode = (index: number): ReadonlyMap<string, number> => {
    const codes = ratingBlocks[index]!;
    const block = new Map<string, number>();
    for (const [position, word] of decodeFrontCoded(wordBlocks[index]!).entries()) {
      block.set(word, ratingOfCode[codes.charCodeAt(position)]!);
    }
    decoded[index] = block;
    return block;
  };

  return {
    get(word) {
      const index = blockOfKey[keyOf(word)] ?? -1;
      return index === -1 ? undefined : (decoded[index] ?? decode(index)).get(word);
    },
    *words() {
      for (const block of wordBlocks) yield* decodeFrontCoded(block);
    },
  };
}

/** The first entry of a block shares nothing, so it follows a single 'A'. */
function firstWord(block: string): string {
  return /^A([^A-Z]*)/.exec(block)![1]!;
}
