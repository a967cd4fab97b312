import { forEachProductRow, transpose } from './matrix-product';

/** The rated words nearest to each word by cosine, nearest first: [words, count] indices and cosines. */
export interface Nearest {
  readonly count: number;
  readonly rated: Uint32Array;
  readonly cosines: Float32Array;
}

/**
 * @param vectors unit vectors of all words, [words, dimensions]
 * @param rows which of the words are rated: a word is never its own neighbour
 */
export function findNearest(
  vectors: Float32Array,
  rows: Uint32Array,
  dimensions: number,
  count: number,
): Nearest {
  const words = vectors.length / dimensions;
  const ofRated = new Float32Array(rows.length * dimensions);
  const indexOfRow = new Int32Array(words).fill(-1);
  for (const [index, row] of rows.entries()) {
    ofRated.set(vectors.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions);
    indexOfRow[row] = index;
  }
  const rated = new Uint32Array(words * count);
  const cosines = new Float32Array(words * count).fill(-1);
  const shape = { inner: dimensions, columns: rows.length };
  forEachProductRow(vectors, transpose(ofRated, dimensions), shape, (row, products) => {
    const start = row * count;
    const last = start + count - 1;
    for (let index = 0; index < products.length; index += 1) {
      const cosine = products[index]!;
      if (cosine <= cosines[last]! || index === indexOfRow[row]) continue;
      let at = last;
      for (; at > start && cosines[at - 1]! < cosine; at -= 1) {
        cosines[at] = cosines[at - 1]!;
        rated[at] = rated[at - 1]!;
      }
      cosines[at] = cosine;
      rated[at] = index;
    }
  });
  return { count, rated, cosines };
}
