import { type RowText, rowText } from './row-text';
import type { RowShape } from './sorted-rows';

/** The tables of rows of a folder of hashes. */
export const tables = ['sites', 'images', 'words'] as const;
export type Table = (typeof tables)[number];

/**
 * The rows of each table, all sorted.
 *
 * - sites: the key of the words around a span (`site-key.ts`, two numbers), the lemma of the span hashed, a hash of seed
 *   and caption, the address of the caption's line (two numbers), the span
 * - images: the image's name hashed (two numbers), the address of its line in the file of images (two numbers)
 * - words: a hash of a word or of two words (0 for pictures) and how many pictures name it
 */
export const tableShapes: Readonly<Record<Table, RowShape>> = {
  sites: { width: 7, keys: 7 },
  images: { width: 4, keys: 4 },
  words: { width: 2, keys: 1 },
};

/** The same rows as lines that engines can sort and group. */
export const tableTexts: Readonly<Record<Table, RowText>> = {
  sites: rowText('key', 'hash', 'hash', 'address', 'span'),
  images: rowText('key', 'address'),
  words: rowText('hash', 'count'),
};

/** Rows as lines, some thousand at a time. */
export function* linesOf(
  rows: Iterable<Uint32Array>,
  text: RowText,
  done: (count: number) => void,
): Generator<string> {
  let lines: string[] = [];
  let count = 0;
  for (const row of rows) {
    lines.push(text.line(row));
    count += 1;
    if (lines.length === 4096) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
  done(count);
}

/** One row for the rows of one key, with the sum of their last numbers. */
export function* summed(rows: Iterable<Uint32Array>): Generator<Uint32Array> {
  let last: Uint32Array | undefined;
  for (const row of rows) {
    if (last && last[0] === row[0]) {
      last[1]! += row[1]!;
      continue;
    }
    if (last) yield last;
    last = row.slice();
  }
  if (last) yield last;
}
