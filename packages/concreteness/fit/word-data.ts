import type { KnownWords } from './affixes';
import { createFeatures, groupScales } from './features';
import { dimensions, type Embeddings } from './inputs';
import { findNearest } from './neighbour-ratings';
import { relateWords } from './relations';
import { buildRows, collectColumns } from './sparse-rows';
import type { WordData } from './stack';
import { wordFacts, wordVectors } from './word-vectors';

/** A feature that fewer rated words have says more of them than of the language. */
const fewestWords = 3;
/** Enough to leave fifty in training when a fifth is held out. */
const nearestCount = 80;

/** Gathers what the models read of `words`; `rated` are those among them that people rated. */
export function gatherWordData(
  words: readonly string[],
  rated: ReadonlyMap<string, number>,
  known: KnownWords,
  embeddings: Embeddings,
  spoken: ReadonlyMap<string, number>,
): WordData {
  const ratedRows = Uint32Array.from(words.flatMap((word, row) => (rated.has(word) ? [row] : [])));
  const ratedWords = Array.from(ratedRows, (row) => words[row]!);
  const describe = createFeatures(known);
  const columns = collectColumns(ratedWords, describe, fewestWords);
  const matrix = buildRows(
    words,
    describe,
    columns,
    (name) => groupScales[name.slice(0, name.indexOf(':'))]!,
  );
  console.error(
    `${columns.size} sparse features, ${(matrix.values.length / words.length).toFixed(0)} a word`,
  );
  const vectors = wordVectors(words, known, embeddings);
  const facts = wordFacts(words, known, embeddings, spoken, vectors);
  const relations = relateWords(words, ratedWords, known);
  console.error('relations found');
  const nearest = [vectors.own].map((ofWords) => findNearest(ofWords, ratedRows, dimensions, nearestCount));
  console.error('nearest words found');
  const ratings = Float64Array.from(ratedWords, (word) => rated.get(word)!);
  return { matrix, vectors, facts, neighbourhood: { relations, nearest }, ratedRows, ratings };
}
