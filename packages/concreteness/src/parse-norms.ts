import { InputError } from './input-error';
import { normalizeWord } from './normalize-word';
import { type DelimitedRow, readDelimited } from './read-delimited';

/** Human ratings of concreteness, read by `parseNorms`. */
export interface Norms {
  /** Rating from 1 (abstract) to 5 (concrete) by word or phrase, in lower case. */
  readonly ratings: ReadonlyMap<string, number>;
  /** Rows without a word or without a rating (empty, NA, #N/A). */
  readonly skipped: number;
  /** Rows whose word an earlier row had already rated; the first rating counts. */
  readonly duplicates: number;
  /** One sentence for each thing that a careful user would want to know. */
  readonly warnings: readonly string[];
}

// Compared in lower case and without punctuation: "Conc.M" is concm.
const wordColumns = ['word', 'words', 'lemma', 'expression', 'phrase', 'term', 'token', 'item'];
const ratingColumns = [
  'concm',
  'concmean',
  'meanconc',
  'concretenessmean',
  'meanconcreteness',
  'concreteness',
  'conc',
  'rating',
  'meanrating',
  'mean',
  'm',
];
const missing = new Set(['', 'na', '#n/a', 'n/a', 'nan', '.']);
const shownWarnings = 5;

interface Columns {
  readonly word: number;
  readonly rating: number;
  readonly hasHeader: boolean;
}

/**
 * Reads norms of concreteness on the scale from 1 to 5: the file of Brysbaert, Warriner and Kuperman (2014,
 * doi 10.3758/s13428-013-0403-5) as it is published (tabs, columns `Word` and `Conc.M`), or any CSV or TSV with
 * a word and a rating column (`word`/`lemma`/`expression`…, `concreteness`/`rating`/`mean`…), or just two
 * columns without a header. A byte order mark and CRLF are fine.
 *
 * A row without a rating is counted in `skipped`. Where a word is rated twice, the first rating counts; if the
 * two differ, `warnings` says so.
 *
 * @throws {InputError} if the text is empty, has no such columns, or has a rating that is no number in [1, 5];
 *   the message names the line
 * @example parseNorms('word,rating\ndog,4.5\n').ratings.get('dog') // 4.5
 */
export function parseNorms(text: string): Norms {
  if (typeof text !== 'string') {
    throw new InputError(
      `parseNorms: text must be a string, got ${text === null ? 'null' : typeof text}; read the file first.`,
    );
  }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const rows = readDelimited(body, delimiterOf(body), 'parseNorms');
  const first = rows.next();
  if (first.done) throw new InputError('parseNorms: the text is empty; pass rows of a word and its rating.');
  const columns = findColumns(first.value);

  const ratings = new Map<string, number>();
  const lines = new Map<string, number>();
  const conflicts: string[] = [];
  let skipped = 0;
  let duplicates = 0;
  const take = ({ fields, line }: DelimitedRow) => {
    const word = normalizeWord(fields[columns.word] ?? '');
    const field = (fields[columns.rating] ?? '').trim();
    if (word === '' || missing.has(field.toLowerCase())) {
      skipped += 1;
      return;
    }
    const rating = readRating(field, word, line);
    const earlier = ratings.get(word);
    if (earlier === undefined) {
      ratings.set(word, rating);
      lines.set(word, line);
      return;
    }
    duplicates += 1;
    if (earlier !== rating) {
      conflicts.push(
        `"${shorten(word)}" has rating ${earlier} in line ${lines.get(word)} and ${rating} in line ${line}; the first counts.`,
      );
    }
  };
  if (!columns.hasHeader) take(first.value);
  for (const row of rows) take(row);
  if (ratings.size === 0) {
    throw new InputError(
      `parseNorms: no row has a rating (${skipped} without one); is the rating column empty?`,
    );
  }
  const warnings = conflicts.slice(0, shownWarnings);
  if (conflicts.length > shownWarnings) {
    warnings.push(
      `${conflicts.length - shownWarnings} more words have two different ratings; the first counts.`,
    );
  }
  return { ratings, skipped, duplicates, warnings };
}

/** The first of tab, semicolon and comma that the first line has. */
function delimiterOf(text: string): string {
  const firstLine = /[^\r\n]+/.exec(text)?.[0] ?? '';
  const delimiter = ['\t', ';', ','].find((candidate) => firstLine.includes(candidate));
  if (delimiter === undefined && firstLine.trim() !== '') {
    throw new InputError(
      `parseNorms: columns must be parted by tabs, commas or semicolons, got none of them in the first line "${shorten(firstLine)}".`,
    );
  }
  return delimiter ?? '\t';
}

function findColumns({ fields, line }: DelimitedRow): Columns {
  const names = fields.map((field) => field.toLowerCase().replace(/[^a-z]/g, ''));
  const find = (known: readonly string[]) => {
    const name = known.find((candidate) => names.includes(candidate));
    return name === undefined ? -1 : names.indexOf(name);
  };
  const word = find(wordColumns);
  const rating = find(ratingColumns);
  if (word !== -1 && rating !== -1) return { word, rating, hasHeader: true };
  const second = fields[1]?.trim() ?? '';
  if (fields.length === 2 && second !== '' && Number.isFinite(Number(second))) {
    return { word: 0, rating: 1, hasHeader: false };
  }
  const lacking =
    word === -1
      ? `word column (one of ${wordColumns.join(', ')})`
      : `rating column (one of Conc.M, concreteness, rating, mean)`;
  throw new InputError(
    `parseNorms: the header needs a ${lacking}, got "${shorten(fields.join(' | '))}" in line ${line}.`,
  );
}

function readRating(field: string, word: string, line: number): number {
  const rating = /^[+-]?\d*\.?\d+(?:e[+-]?\d+)?$|^\d+\.$/i.test(field) ? Number(field) : Number.NaN;
  if (Number.isNaN(rating)) {
    throw new InputError(
      `parseNorms: a rating must be a number, got "${shorten(field)}" for "${shorten(word)}" in line ${line}; leave it empty if there is none.`,
    );
  }
  if (rating < 1 || rating > 5) {
    throw new InputError(
      `parseNorms: ratings must lie in [1, 5], got ${field} for "${shorten(word)}" in line ${line}; map your scale to 1–5 first.`,
    );
  }
  return rating;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
