import type { SparseMatrix } from '../probes/features';

/** Texts as bags of word 1–3-grams, exact: no two n-grams share a column. */
export interface NgramRows extends SparseMatrix {
  /** The n-gram of a column, in words. */
  nameOf(column: number): string;
}

/** Counts the 1-, 2- and 3-grams of lower-case words (runs of letters and digits) of each text. */
export function countNgrams(texts: readonly string[]): NgramRows {
  const words = new Map<string, number>();
  const wordList: string[] = [];
  // An n-gram is its first n − 1 words' column and its last word: one number, below 2 to the 53rd.
  const sequences = new Map<number, number>();
  const names: (readonly [prefix: number, word: number])[] = [];
  const columnOf = (prefix: number, word: number): number => {
    const key = (prefix + 1) * 2 ** 24 + word;
    let column = sequences.get(key);
    if (column === undefined) {
      column = names.length;
      sequences.set(key, column);
      names.push([prefix, word]);
    }
    return column;
  };
  const starts = new Int32Array(texts.length + 1);
  const columns: number[] = [];
  const counts: number[] = [];
  for (const [row, text] of texts.entries()) {
    const bag = new Map<number, number>();
    const add = (column: number) => bag.set(column, (bag.get(column) ?? 0) + 1);
    let before: readonly number[] = [];
    for (const word of wordsOf(text)) {
      let id = words.get(word);
      if (id === undefined) {
        id = wordList.length;
        words.set(word, id);
        wordList.push(word);
      }
      const here = [columnOf(-1, id), ...before.slice(0, 2).map((prefix) => columnOf(prefix, id))];
      for (const column of here) add(column);
      before = here;
    }
    for (const [column, count] of bag) {
      columns.push(column);
      counts.push(count);
    }
    starts[row + 1] = columns.length;
  }
  const nameOf = (column: number): string => {
    const [prefix, word] = names[column] ?? [-1, 0];
    return `${prefix < 0 ? '' : `${nameOf(prefix)} `}${wordList[word] ?? ''}`;
  };
  return {
    rows: texts.length,
    width: names.length,
    starts,
    columns: Int32Array.from(columns),
    values: Float64Array.from(counts),
    nameOf,
  };
}

/** Lower-case runs of letters and digits; more of a text than any caption has is not looked at. */
function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, 16_384)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  );
}
