import { endOfWord, SenseTable, spellingAt } from './sense-table';

/** The synsets of one part of speech, numbered in depth-first order of the is-a tree (adjectives: head, then satellites). */
export interface PartOfSpeechGraph {
  /** First hypernym (adjectives: the head of the cluster); -1 for a root. */
  readonly parent: Int32Array;
  /** Hypernyms after the first. */
  readonly otherParents: ReadonlyMap<number, readonly number[]>;
  /** WordNet's lexicographer file: 5 animal, 6 artifact, 13 food, 18 person, … (lexnames(5WN)). */
  readonly lexfile: Uint8Array;
  /** A synset's words as WordNet spells them, with spaces: a capital says that the word is a name. */
  readonly wordsOf: (synset: number) => readonly string[];
  readonly senses: SenseTable;
  /** Whole → its parts, members and substances. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
  /** Lower-cased lemma → its antonyms. */
  readonly antonyms: ReadonlyMap<string, readonly string[]>;
}

export interface WordGraph {
  readonly noun: PartOfSpeechGraph;
  readonly verb: PartOfSpeechGraph;
  readonly adj: PartOfSpeechGraph;
  /** Log2 of the count in 51 million words of film subtitles; 7 and more are words that everyone knows. */
  readonly familiarity: ReadonlyMap<string, number>;
  /** Slurs and vulgar words, which are never inserted. */
  readonly refused: ReadonlySet<string>;
  /** Names of persons, places and the like in lower case, those aside that are a common noun as well. */
  readonly names: ReadonlySet<string>;
}

interface Antonym {
  readonly from: number;
  readonly word: number;
  readonly to: number;
  readonly toWord: number;
}

/** Reads what scripts/generate.ts packed. */
export function decodeGraph(text: string): WordGraph {
  const sections = new Map<string, string>();
  for (let start = 0; start < text.length; ) {
    const name = endOf(text, '\n', start + 1, text.length);
    const end = endOf(text, '\n#', name, text.length);
    sections.set(text.slice(start + 1, name), text.slice(name + 1, end));
    start = end + 1;
  }
  const linesOf = (name: string) => sections.get(name)?.split('\n') ?? [];
  const part = (name: string) => decodePart(sections.get(name) ?? '');
  const familiarity = new Map<string, number>();
  for (const [band, words] of linesOf('familiarity').entries()) {
    for (const word of words.split(' ')) familiarity.set(word, band);
  }
  return {
    noun: part('noun'),
    verb: part('verb'),
    adj: part('adj'),
    familiarity,
    refused: new Set(linesOf('refused')),
    names: new Set(sections.get('names')?.split(',')),
  };
}

/**
 * A line for each synset: its depth (one digit in base 36), its lexicographer file (two) and its words, then its links:
 * "@" to a further parent, "%" to a part, "!" from a word of its to another synset's.
 */
function decodePart(text: string): PartOfSpeechGraph {
  const starts = startsOfLines(text);
  const { length } = starts;
  const parent = new Int32Array(length);
  const lexfile = new Uint8Array(length);
  const senses = new SenseTable(text, count(text, ',') + length);
  const otherParents = new Map<number, number[]>();
  const parts = new Map<number, number[]>();
  const links: Antonym[] = [];
  const path: number[] = [];

  for (let synset = 0; synset < length; synset += 1) {
    const start = starts[synset]!;
    const level = Number.parseInt(text[start]!, 36);
    lexfile[synset] = Number.parseInt(text.slice(start + 1, start + 3), 36);
    path[level] = synset;
    parent[synset] = level === 0 ? -1 : path[level - 1]!;
    const end = eachWordOf(text, start, (word) => senses.add(word, synset));
    if (text[end] !== ' ') continue;
    for (const link of text.slice(end + 1, endOf(text, '\n', end, text.length)).split(' ')) {
      const [target = '', word, toWord] = link.slice(1).split('.');
      const to = Number.parseInt(target, 36);
      if (link[0] === '@') push(otherParents, synset, to);
      else if (link[0] === '%') push(parts, synset, to);
      else if (link[0] === '!') links.push({ from: synset, word: Number(word), to, toWord: Number(toWord) });
    }
  }

  const wordsOf = (synset: number) => {
    const words: string[] = [];
    const start = starts[synset];
    if (start !== undefined) eachWordOf(text, start, (word) => words.push(spellingAt(text, word)));
    return words;
  };
  const antonyms = new Map<string, string[]>();
  for (const { from, word, to, toWord } of links) {
    const opposite = wordsOf(to)[toWord];
    const lemma = wordsOf(from)[word];
    if (lemma && opposite) push(antonyms, lemma.toLowerCase(), opposite.toLowerCase());
  }
  return { parent, otherParents, lexfile, wordsOf, senses, parts, antonyms };
}

/** Visits the start of each word of a line. @returns the end of the last one */
function eachWordOf(text: string, line: number, visit: (start: number) => void): number {
  let start = line + 4;
  for (;;) {
    visit(start);
    const end = endOfWord(text, start);
    if (text[end] !== ',') return end;
    start = end + 1;
  }
}

function startsOfLines(text: string): Int32Array {
  const starts = new Int32Array(text === '' ? 0 : count(text, '\n') + 1);
  for (let i = 1; i < starts.length; i += 1) starts[i] = text.indexOf('\n', starts[i - 1]) + 1;
  return starts;
}

function count(text: string, character: string): number {
  let times = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) times += 1;
  return times;
}

/** Index of the next separator before `end`, or `end`. */
function endOf(text: string, separator: string, from: number, end: number): number {
  const index = text.indexOf(separator, from);
  return index < 0 || index > end ? end : index;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
