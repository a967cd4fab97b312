import { findNormsColumns } from './find-norms-columns';
import { InputError } from './input-error';
import { normalizeWord } from './normalize-word';
import { checkedScale, guessScale, isFiveSteps, type RatedRow, type Scale, toFiveSteps } from './norms-scale';
import { type DelimitedRow, readDelimited } from './read-delimited';
import { shorten } from './shorten';

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
  /** The scale of the file, [1, 5] or what was mapped to it: [1, 7] for the Glasgow norms. */
  readonly scale?: Scale;
  /** The part of speech by word, in lower case ("noun"), if the file has such a column. */
  readonly partsOfSpeech?: ReadonlyMap<string, string>;
}

export interface NormsOptions {
  /** Name of the column of words. Default: `Word`, `Words`, `lemma`, `Expression`, … */
  readonly word?: string | undefined;
  /** Name of the column of ratings. Default: `Conc.M`, `Mean_C`, `CNC`, `concreteness`, `rating`, `mean`, … */
  readonly rating?: string | undefined;
  /**
   * Lowest and highest rating that the raters could give; mapped linearly to 1–5. Default: [1, 7] for a column
   * `CNC` or where a twentieth of the ratings lies in (5, 7] and none above; else [1, 5].
   */
  readonly scale?: Scale | undefined;
}

const missing = new Set(['', 'na', '#n/a', 'n/a', 'nan', '.']);
const shownWarnings = 5;

/**
 * Reads norms of concreteness: the file of Brysbaert, Warriner and Kuperman (2014, doi 10.3758/s13428-013-0403-5) as
 * it is published (tabs or commas), the Glasgow norms (Scott et al. 2019, doi 10.3758/s13428-018-1099-3; two rows of
 * header, 1–7), the multiword expressions of Muraki et al. (2022, doi 10.3758/s13428-022-01912-6), any CSV or TSV with
 * a word and a rating column, or just two columns without a header. A byte order mark and CRLF are fine.
 *
 * Ratings on another scale are mapped linearly to 1–5, and `warnings` says so. A row without a rating is counted in
 * `skipped`. Where a word is rated twice, the first rating counts; if the two differ, `warnings` says so. Rows that
 * rate one sense of a word ("bank (river)") count, as their mean, only where the word has no row of its own.
 *
 * @throws {InputError} if the text is empty, has no such columns, or has a rating that is no number on the scale;
 *   the message names the line
 * @example parseNorms('word,rating\ndog,4.5\n').ratings.get('dog') // 4.5
 */
export function parseNorms(text: string, options: NormsOptions = {}): Norms {
  if (typeof text !== 'string') {
    throw new InputError(
      `parseNorms: text must be a string, got ${text === null ? 'null' : typeof text}; read the file first.`,
    );
  }
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const rows = [...readDelimited(body, delimiterOf(body), 'parseNorms')];
  const [first, second] = rows;
  if (!first) throw new InputError('parseNorms: the text is empty; pass rows of a word and its rating.');
  const columns = findNormsColumns(first, second, options);

  const warnings: string[] = [];
  const rated: RatedRow[] = [];
  const partsOfSpeech = new Map<string, string>();
  const short: DelimitedRow[] = [];
  for (const row of rows.slice(columns.headerRows)) {
    if (row.fields.length <= columns.rating) short.push(row);
    const word = normalizeWord(row.fields[columns.word] ?? '');
    const field = (row.fields[columns.rating] ?? '').trim();
    if (word === '' || missing.has(field.toLowerCase())) continue;
    rated.push({ word, rating: readRating(field, word, row.line), line: row.line });
    const part = (row.fields[columns.part] ?? '').trim().toLowerCase();
    if (!missing.has(part) && !partsOfSpeech.has(word)) partsOfSpeech.set(word, part);
  }
  const skipped = rows.length - columns.headerRows - rated.length;
  if (rated.length === 0) {
    throw new InputError(
      `parseNorms: no row has a rating (${skipped} without one); is the rating column empty?`,
    );
  }
  if (short.length > 0) {
    warnings.push(
      `${counted(short.length, 'row')} with fewer columns than the rating's, the first in line ${short[0]!.line}: skipped.`,
    );
  }

  const scale = checkedScale(options.scale) ?? guessScale(rated, columns.isGlasgow);
  if (!isFiveSteps(scale)) {
    warnings.push(`ratings on a scale from ${scale[0]} to ${scale[1]} were mapped linearly to 1–5.`);
  }
  const onFive = rated.map((row) => toFiveSteps(row, scale));

  const { ratings, duplicates } = collect(onFive, warnings);
  return {
    ratings,
    skipped,
    duplicates,
    warnings,
    scale,
    ...(partsOfSpeech.size > 0 ? { partsOfSpeech } : {}),
  };
}

/** The first rating of each word; of a word with no row but for its senses, their mean. */
function collect(rows: readonly RatedRow[], warnings: string[]) {
  const ratings = new Map<string, number>();
  const lines = new Map<string, number>();
  const senses = new Map<string, number[]>();
  const conflicts: string[] = [];
  let duplicates = 0;
  for (const { word, rating, line } of rows) {
    const sense = /^(.*\S) ?\([^()]+\)$/.exec(word)?.[1];
    if (sense !== undefined) {
      if (!senses.has(sense)) senses.set(sense, []);
      senses.get(sense)!.push(rating);
      continue;
    }
    const earlier = ratings.get(word);
    if (earlier === undefined) {
      ratings.set(word, rating);
      lines.set(word, line);
      continue;
    }
    duplicates += 1;
    if (earlier !== rating) {
      conflicts.push(
        `"${shorten(word)}" has rating ${shownRating(earlier)} in line ${lines.get(word)} and ${shownRating(rating)} in line ${line}; the first counts.`,
      );
    }
  }
  warnings.push(...conflicts.slice(0, shownWarnings));
  if (conflicts.length > shownWarnings) {
    warnings.push(
      `${conflicts.length - shownWarnings} more words have two different ratings; the first counts.`,
    );
  }
  let averaged = 0;
  for (const [word, ofSenses] of senses) {
    if (ratings.has(word)) continue;
    ratings.set(word, ofSenses.reduce((sum, rating) => sum + rating, 0) / ofSenses.length);
    averaged += 1;
  }
  if (senses.size > 0) {
    warnings.push(
      `${counted(senses.size, 'word')} with rows for single senses, like "bank (river)": left out where the word has its own row, else (${counted(averaged, 'word')}) their mean counts.`,
    );
  }
  return { ratings, duplicates };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function shownRating(rating: number): number {
  return Number(rating.toFixed(3));
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

function readRating(field: string, word: string, line: number): number {
  const rating = /^[+-]?\d*\.?\d+(?:e[+-]?\d+)?$|^\d+\.$/i.test(field) ? Number(field) : Number.NaN;
  if (Number.isNaN(rating)) {
    const remedy = /^\d+,\d+$/.test(field)
      ? 'write decimals with a point'
      : 'leave it empty if there is none';
    throw new InputError(
      `parseNorms: a rating must be a number, got "${shorten(field)}" for "${shorten(word)}" in line ${line}; ${remedy}.`,
    );
  }
  return rating;
}
