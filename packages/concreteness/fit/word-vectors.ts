import { type KnownWords, splitCompound } from './affixes';
import { dimensions, type Embeddings } from './embeddings';
import { baseWords } from './features';
import { contentWords } from './gloss-words';
import { type WeightedSense, weightedSenses } from './weighted-senses';
import type { WordNet } from './wordnet';

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
