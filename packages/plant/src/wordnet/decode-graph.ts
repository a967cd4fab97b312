/** One sense of a lemma: a synset, and how often SemCor's annotators chose it (WordNet's tag count). */
export interface Sense {
  readonly synset: number;
  readonly tags: number;
}

/** The synsets of one part of speech, numbered in depth-first order of the is-a tree (adjectives: head, then satellites). */
export interface PartOfSpeechGraph {
  /** First hypernym (adjectives: the head of the cluster); -1 for a root. */
  readonly parent: Int32Array;
  /** Hypernyms after the first. */
  readonly otherParents: ReadonlyMap<number, readonly number[]>;
  /** WordNet's lexicographer file: 5 animal, 6 artifact, 13 food, 18 person, … (lexnames(5WN)). */
  readonly lexfile: Uint8Array;
  readonly depth: Uint8Array;
  /** Words as WordNet spells them, with spaces: a capital says that the word is a name. */
  readonly words: readonly (readonly string[])[];
  /** Lower-cased lemma → senses, the most frequent first. */
  readonly senses: ReadonlyMap<string, readonly Sense[]>;
  /** Whole → its parts, members and substances. */
  readonly parts: ReadonlyMap<number, readonly number[]>;
  /** Lower-cased lemma → its antonyms. */
  readonly antonyms: ReadonlyMap<string, readonly string[]>;
  /** Irregular form → lemma ("men" → "man"). */
  readonly exceptions: ReadonlyMap<string, string>;
}

export interface WordGraph {
  readonly noun: PartOfSpeechGraph;
  readonly verb: PartOfSpeechGraph;
  readonly adj: PartOfSpeechGraph;
  /** Log2 of the count in 51 million words of film subtitles; 7 and more are words that everyone knows. */
  readonly familiarity: ReadonlyMap<string, number>;
  /** Slurs and vulgar words, which are never inserted. */
  readonly refused: ReadonlySet<string>;
}

/** A word without colons: first sense, never tagged. */
const plainSense: readonly (string | undefined)[] = [];

interface Antonym {
  readonly from: number;
  readonly word: number;
  readonly to: number;
  readonly toWord: number;
}

/** Reads what scripts/generate.ts packed. */
export function decodeGraph(text: string): WordGraph {
  const sections = new Map<string, string[]>();
  let section: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('#')) {
      section = [];
      sections.set(line.slice(1), section);
    } else section.push(line);
  }
  const part = (name: string) =>
    decodePart(sections.get(name) ?? [], decodePairs(sections.get(`${name}Exceptions`) ?? []));
  const familiarity = new Map<string, number>();
  for (const [band, words] of (sections.get('familiarity') ?? []).entries()) {
    for (const word of words.split(' ')) familiarity.set(word, band);
  }
  return {
    noun: part('noun'),
    verb: part('verb'),
    adj: part('adj'),
    familiarity,
    refused: new Set(sections.get('refused')),
  };
}

function decodePairs(lines: readonly string[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const line of lines) {
    const space = line.indexOf(' ');
    pairs.set(line.slice(0, space), line.slice(space + 1));
  }
  return pairs;
}

function decodePart(lines: readonly string[], exceptions: ReadonlyMap<string, string>): PartOfSpeechGraph {
  const parent = new Int32Array(lines.length);
  const lexfile = new Uint8Array(lines.length);
  const depth = new Uint8Array(lines.length);
  const words: string[][] = [];
  const ranked = new Map<string, { rank: number; synset: number; tags: number }[]>();
  const otherParents = new Map<number, number[]>();
  const parts = new Map<number, number[]>();
  const antonymLinks: Antonym[] = [];
  const path: number[] = [];

  for (let synset = 0; synset < lines.length; synset += 1) {
    const line = lines[synset]!;
    const listEnd = endOf(line, ' ', 4, line.length);
    const level = Number.parseInt(line[0]!, 36);
    depth[synset] = level;
    lexfile[synset] = Number.parseInt(line.slice(1, 3), 36);
    path[level] = synset;
    parent[synset] = level === 0 ? -1 : path[level - 1]!;
    const own: string[] = [];
    for (let from = 4; from < listEnd; ) {
      const to = endOf(line, ',', from, listEnd);
      const colon = endOf(line, ':', from, to);
      const spelling = line.slice(from, colon);
      const word = spelling.includes('_') ? spelling.replaceAll('_', ' ') : spelling;
      own.push(word);
      const [, rank, tags] = colon === to ? plainSense : line.slice(from, to).split(':');
      const sense = { rank: rank ? Number(rank) : 1, synset, tags: tags ? Number(tags) : 0 };
      const lemma = word.toLowerCase();
      const others = ranked.get(lemma);
      if (others) others.push(sense);
      else ranked.set(lemma, [sense]);
      from = to + 1;
    }
    words.push(own);
    if (listEnd === line.length) continue;
    for (const link of line.slice(listEnd + 1).split(' ')) {
      const [target = '', word, toWord] = link.slice(1).split('.');
      const to = Number.parseInt(target, 36);
      if (link[0] === '@') push(otherParents, synset, to);
      else if (link[0] === '%') push(parts, synset, to);
      else if (link[0] === '!')
        antonymLinks.push({ from: synset, word: Number(word), to, toWord: Number(toWord) });
    }
  }

  for (const list of ranked.values()) if (list.length > 1) list.sort((a, b) => a.rank - b.rank);
  const antonyms = new Map<string, string[]>();
  for (const { from, word, to, toWord } of antonymLinks) {
    const opposite = words[to]?.[toWord];
    const lemma = words[from]?.[word];
    if (lemma && opposite) push(antonyms, lemma.toLowerCase(), opposite.toLowerCase());
  }
  return { parent, otherParents, lexfile, depth, words, senses: ranked, parts, antonyms, exceptions };
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
