import { type KnownWords, splitCompound } from './affixes';
import { baseWords } from './features';
import { standInSenses } from './word-vectors';
import { contentWords, type Synset, weightedSenses } from './wordnet';

export const relationNames = [
  'mates',
  'hyper',
  'hypo',
  'cohyponyms',
  'derived',
  'similar',
  'gloss',
  'glossed',
  'stem',
  'first part',
  'last part',
  'antonyms',
  'parts',
] as const;
export type RelationName = (typeof relationNames)[number];

/** For each word the rated words that stand in one relation to it (CSR: indices into the rated words, weights). */
export interface Relation {
  readonly starts: Uint32Array;
  readonly rated: Uint32Array;
  readonly weights: Float32Array;
}

const relationOfPointer: Readonly<Record<string, RelationName>> = {
  '@': 'hyper',
  '@i': 'hyper',
  '~': 'hypo',
  '~i': 'hypo',
  '+': 'derived',
  '\\': 'derived',
  '&': 'similar',
  '=': 'similar',
  '^': 'similar',
  '>': 'similar',
  '*': 'similar',
  '!': 'antonyms',
  '%p': 'parts',
  '#p': 'parts',
};

/** Similar to the same head adjective counts less than similar to it. */
const secondHand = 0.3;

/** Finds the rated neighbours of every word, in each of the relations. */
export function relateWords(
  words: readonly string[],
  ratedWords: readonly string[],
  known: KnownWords,
): Readonly<Record<RelationName, Relation>> {
  const { wordNet } = known;
  const indexOf = new Map(ratedWords.map((word, index) => [word, index]));
  const ratedIn = (synset: Synset | undefined) =>
    synset?.lemmas.flatMap((lemma) => indexOf.get(lemma) ?? []) ?? [];
  const glossed = invertGlosses(ratedWords, known);
  const families = stemFamilies(ratedWords, known);
  const builders = Object.fromEntries(
    relationNames.map((name) => [name, createBuilder(words.length)]),
  ) as Record<RelationName, ReturnType<typeof createBuilder>>;

  for (const [row, word] of words.entries()) {
    const self = indexOf.get(word);
    const found = new Map(relationNames.map((name) => [name, new Map<number, number>()]));
    const add = (name: RelationName, index: number | undefined, weight: number) => {
      if (index === undefined || index === self) return;
      const ofName = found.get(name)!;
      ofName.set(index, (ofName.get(index) ?? 0) + weight);
    };
    for (const { synset, weight } of standInSenses(word, known)) {
      for (const index of ratedIn(synset)) add('mates', index, weight);
      for (const { symbol, target } of synset.pointers) {
        const name = relationOfPointer[symbol];
        const other = wordNet.synsets.get(target);
        if (!name || !other) continue;
        for (const index of ratedIn(other)) add(name, index, weight);
        if (symbol !== '@' && symbol !== '&') continue;
        for (const back of other.pointers) {
          if (back.target === synset.id) continue;
          const [wanted, share] =
            symbol === '@' ? (['cohyponyms', 1] as const) : (['similar', secondHand] as const);
          if (back.symbol !== (symbol === '@' ? '~' : '&')) continue;
          for (const index of ratedIn(wordNet.synsets.get(back.target))) add(wanted, index, weight * share);
        }
      }
      for (const token of contentWords(synset)) add('gloss', indexOf.get(token), weight);
    }
    for (const [index, weight] of glossed.get(word) ?? []) add('glossed', index, weight);
    for (const index of relatives(word, known, indexOf, families)) add('stem', index, 1);
    const split = splitCompound(word, known);
    if (split) {
      add('first part', indexOf.get(split[0]!), 1);
      add('last part', indexOf.get(split.at(-1)!), 1);
    }
    for (const name of relationNames) builders[name].addRow(row, found.get(name)!);
  }
  return Object.fromEntries(relationNames.map((name) => [name, builders[name].finish()])) as Record<
    RelationName,
    Relation
  >;
}

/** By token: the rated words with this token in their definition. */
function invertGlosses(ratedWords: readonly string[], known: KnownWords): Map<string, [number, number][]> {
  const glossed = new Map<string, [number, number][]>();
  for (const [index, word] of ratedWords.entries()) {
    for (const { synset, weight } of weightedSenses(known.wordNet, word)) {
      for (const token of contentWords(synset)) {
        const entries = glossed.get(token) ?? [];
        glossed.set(token, entries);
        entries.push([index, weight]);
      }
    }
  }
  return glossed;
}

/** By base: the rated words made of it. */
function stemFamilies(ratedWords: readonly string[], known: KnownWords): Map<string, number[]> {
  const families = new Map<string, number[]>();
  for (const [index, word] of ratedWords.entries()) {
    for (const base of baseWords(word, known)) {
      const family = families.get(base) ?? [];
      families.set(base, family);
      family.push(index);
    }
  }
  return families;
}

/** The base of a word, its derivations, and other derivations of the same base. */
function relatives(
  word: string,
  known: KnownWords,
  indexOf: ReadonlyMap<string, number>,
  families: ReadonlyMap<string, readonly number[]>,
): Set<number> {
  const found = new Set<number>(families.get(word));
  for (const base of baseWords(word, known)) {
    const index = indexOf.get(base);
    if (index !== undefined) found.add(index);
    for (const relative of families.get(base) ?? []) found.add(relative);
  }
  return found;
}

function createBuilder(rows: number) {
  const starts = new Uint32Array(rows + 1);
  const rated: number[] = [];
  const weights: number[] = [];
  return {
    addRow(row: number, entries: ReadonlyMap<number, number>) {
      for (const [index, weight] of entries) {
        rated.push(index);
        weights.push(weight);
      }
      starts[row + 1] = rated.length;
    },
    finish: (): Relation => ({ starts, rated: Uint32Array.from(rated), weights: Float32Array.from(weights) }),
  };
}
