import { type KnownWords, splitCompound } from './affixes';
import { baseWords } from './features';
import { dimensions, type Embeddings } from './inputs';
import {
  contentWords,
  createAncestors,
  parts,
  type WeightedSense,
  type WordNet,
  weightedSenses,
} from './wordnet';

/** Three unit vectors a word, each [words, dimensions]; zero where nothing is known. */
export interface WordVectors {
  /** The word's own embedding, or else that of its bases or parts. */
  readonly own: Float32Array;
  /** Mean over the words of its definitions. */
  readonly gloss: Float32Array;
  /** Mean over its synonyms and what stands right above, below and beside it in WordNet. */
  readonly mates: Float32Array;
  /** How `own` was found: 1 its own, less for what stands in. */
  readonly found: Float32Array;
}

const headShare = 0.6;
const maxMates = 30;
const matesOf: ReadonlySet<string> = new Set(['@', '@i', '~', '&', '+']);

export function wordVectors(
  words: readonly string[],
  known: KnownWords,
  embeddings: Embeddings,
): WordVectors {
  const own = new Float32Array(words.length * dimensions);
  const gloss = new Float32Array(words.length * dimensions);
  const mates = new Float32Array(words.length * dimensions);
  const found = new Float32Array(words.length);
  const addMean = (target: Float32Array, row: number, of: Iterable<string>, weight: number) => {
    const ranks = [...of].map((word) => embeddings.rankOf(word)).filter((rank) => rank !== undefined);
    for (const rank of ranks) addVector(target, row, embeddings.unit, rank, weight / ranks.length);
    return ranks.length > 0;
  };
  for (const [row, word] of words.entries()) {
    found[row] = addOwn(word, known, (of, weight) => addMean(own, row, of, weight));
    for (const { synset, weight } of standInSenses(word, known)) {
      addMean(gloss, row, contentWords(synset), weight);
      addMean(mates, row, matesIn(synset, word, known.wordNet), weight);
    }
  }
  for (const vectors of [own, gloss, mates]) makeUnit(vectors);
  return { own, gloss, mates, found };
}

function addOwn(
  word: string,
  known: KnownWords,
  add: (of: readonly string[], weight: number) => boolean,
): number {
  if (add([word], 1)) return 1;
  if (word.includes(' ')) {
    const phrase = word.split(' ');
    add([phrase.at(-1)!], headShare);
    add([phrase[0]!], 1 - headShare);
    return 0.5;
  }
  if (add([...baseWords(word, known)], 1)) return 0.4;
  const parts = splitCompound(word, known);
  return parts && add(parts, 1) ? 0.3 : 0;
}

/** A word's senses, or those of its first base, or those of its last part. */
export function standInSenses(word: string, known: KnownWords): WeightedSense[] {
  const senses = weightedSenses(known.wordNet, word);
  if (senses.length > 0) return senses;
  const base = [...baseWords(word, known)].find((candidate) => known.wordNet.senses.has(candidate));
  if (base !== undefined) return weightedSenses(known.wordNet, base);
  const last = splitCompound(word, known)?.at(-1);
  return last === undefined ? [] : weightedSenses(known.wordNet, last);
}

function matesIn(synset: WeightedSense['synset'], word: string, wordNet: WordNet): string[] {
  const mates = [...synset.lemmas];
  for (const { symbol, target } of synset.pointers) {
    if (matesOf.has(symbol)) mates.push(...(wordNet.synsets.get(target)?.lemmas.slice(0, 3) ?? []));
  }
  return mates.filter((mate) => mate !== word).slice(0, maxMates);
}

function addVector(
  target: Float32Array,
  row: number,
  source: Float32Array,
  from: number,
  weight: number,
): void {
  for (let at = 0; at < dimensions; at += 1) {
    target[row * dimensions + at]! += weight * source[from * dimensions + at]!;
  }
}

function makeUnit(vectors: Float32Array): void {
  for (let start = 0; start < vectors.length; start += dimensions) {
    let squared = 0;
    for (let at = start; at < start + dimensions; at += 1) squared += vectors[at]! ** 2;
    const norm = Math.max(Math.sqrt(squared), 1e-6);
    for (let at = start; at < start + dimensions; at += 1) vectors[at]! /= norm;
  }
}

const lexicographerFiles = 45;
/** Rank and length of words without an embedding. */
const unknownRank = 14;

/** Frequencies, counts, parts of speech (with the depth in WordNet): numbers that trees and kernels can use. */
export const numberColumns = 8 + parts.length + 1;
export const factColumns = numberColumns + lexicographerFiles;

/** What is known of each word as numbers, [words, factColumns]; the shares of the lexicographer files come last. */
export function wordFacts(
  words: readonly string[],
  known: KnownWords,
  embeddings: Embeddings,
  spoken: ReadonlyMap<string, number>,
  vectors: WordVectors,
): Float32Array {
  const { wordNet } = known;
  const ancestors = createAncestors(wordNet);
  const facts = new Float32Array(words.length * factColumns);
  for (const [row, word] of words.entries()) {
    const rank = embeddings.rankOf(word);
    const senses = weightedSenses(wordNet, word);
    const partShares = parts.map(() => 0);
    const files = new Array<number>(lexicographerFiles).fill(0);
    for (const { synset, weight } of standInSenses(word, known)) {
      partShares[parts.indexOf(synset.part)]! += weight;
      files[synset.lexicographerFile]! += weight;
    }
    const depths = senses.map(({ synset, weight }) => weight * Math.max(...ancestors(synset).values()));
    facts.set(
      [
        rank === undefined ? unknownRank : Math.log1p(rank),
        Math.log1p(spoken.get(word) ?? 0),
        word.length,
        senses.length,
        Math.log1p(senses.reduce((sum, { tagCount }) => sum + tagCount, 0)),
        word.split(' ').length - 1,
        vectors.found[row]!,
        rank === undefined ? 0 : embeddings.norms[rank]!,
        ...partShares,
        Math.max(0, ...depths),
        ...files,
      ],
      row * factColumns,
    );
  }
  return facts;
}
