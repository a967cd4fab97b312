import type { KnownWords } from './affixes';
import { createAncestors } from './ancestors';
import type { Embeddings } from './embeddings';
import { weightedSenses } from './weighted-senses';
import { standInSenses, type WordVectors } from './word-vectors';
import { parts } from './wordnet';

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
