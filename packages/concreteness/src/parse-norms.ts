import { defineOptions, optional, type RowsFor, rule, text } from '@slipform/kit/options/options';
import { counted } from '@slipform/kit/text/format-number';
import { quoted, shown } from '@slipform/kit/text/printable';
import { type CollectedRatings, collectRatings } from './collect-ratings';
import { findNormsColumns } from './find-norms-columns';
import {
  badNorms,
  fiveSteps,
  isFiveSteps,
  isScale,
  offScaleError,
  type Scale,
  sevenSteps,
} from './norms-scale';
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
  /** The scale of the file, [1, 5] or what was mapped to it: [1, 7] for the Glasgow norms. */
  readonly scale?: Scale;
  /** The standard deviation among the raters by word, on the scale from 1 to 5, if the file has such a column. */
  readonly deviations?: ReadonlyMap<string, number>;
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
   * `CNC` or a file with a twentieth of its ratings in (5, 7] and none above 7; else [1, 5].
   */
  readonly scale?: Scale | undefined;
}

/** In characters; the largest norms have some five million. */
export const longestNorms = 32 * 1024 * 1024;

/**
 * Reads norms of concreteness: the file of Brysbaert, Warriner and Kuperman (2014, doi 10.3758/s13428-013-0403-5) as
 * it is published (tabs or commas), the Glasgow norms (Scott et al. 2019, doi 10.3758/s13428-018-1099-3; two rows of
 * header, 1–7), the multiword expressions of Muraki et al. (2022, doi 10.3758/s13428-022-01912-6), any CSV or TSV with
 * a word and a rating column, or just two columns without a header. A byte order mark and CRLF are fine.
 *
 * Ratings on another scale are mapped linearly to 1–5, and `warnings` says so. A row without a rating is counted in
 * `skipped`. If a word is rated twice, the first rating counts; if the two differ, `warnings` says so. Rows that
 * rate one sense of a word ("bank (river)") count, as their mean, only where the word has no row of its own.
 *
 * Memory grows with the distinct words alone: at most 1,000,000 of at most 1,000 characters, in a text of at most
 * 33,554,432 (32 MiB) with rows of at most 1,048,576 characters and 1,000 columns.
 *
 * @throws {InputError} if the text is empty or past these limits, has no such columns, or has a rating that is no
 *   number on the scale; the message names the line
 * @example parseNorms('word,rating\ndog,4.5\n').ratings.get('dog') // 4.5
 */
export function parseNorms(text: string, options: NormsOptions = {}): Norms {
  checkText(text);
  const { scale: given, ...named } = OPTIONS.read(options);
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const delimiter = delimiterOf(body);
  const rows = () => readDelimited(body, delimiter, 'parseNorms');
  const [first, second] = firstTwo(rows());
  if (!first) throw badNorms('the text is empty', 'pass rows of a word and its rating');
  const columns = findNormsColumns(first, second, named);

  const known = given ?? (columns.isGlasgow ? sevenSteps : undefined);
  let scale = known ?? fiveSteps;
  let collected = collectRatings(rows(), columns, scale);
  if (known === undefined && !isFiveSteps(collected.guess)) {
    scale = collected.guess;
    collected = collectRatings(rows(), columns, scale);
  }
  const { ratings, rated, skipped, duplicates, offScale, partsOfSpeech, deviations } = collected;
  if (rated === 0) {
    throw badNorms(`no row has a rating (${skipped} without one)`, 'check the column of ratings');
  }
  if (offScale) throw offScaleError(offScale, scale);
  return {
    ratings,
    skipped,
    duplicates,
    warnings: warningsOf(collected, scale),
    scale,
    ...(deviations.size > 0 ? { deviations } : {}),
    ...(partsOfSpeech.size > 0 ? { partsOfSpeech } : {}),
  };
}

function checkText(text: unknown): void {
  if (typeof text !== 'string') {
    throw badNorms(`text must be a string, got ${shown(text)}`, 'read the file first');
  }
  if (text.length > longestNorms) {
    throw badNorms(
      `text must have at most ${longestNorms} characters, got ${text.length}`,
      'pass the words that you need',
    );
  }
  if (text.includes('\0')) {
    throw badNorms(
      'text must be text, got NUL characters, as in UTF-16 that was read as another encoding',
      'decode it as what it is',
    );
  }
}

const OPTIONS = defineOptions('parseNorms', {
  word: optional(text('the name of a column')),
  rating: optional(text('the name of a column')),
  scale: optional(rule<Scale>('its lowest and highest rating, two numbers like [1, 7]', isScale)),
} satisfies RowsFor<NormsOptions>);

function firstTwo(rows: Iterable<DelimitedRow>): DelimitedRow[] {
  const found: DelimitedRow[] = [];
  for (const row of rows) if (found.push(row) === 2) break;
  return found;
}

function warningsOf(collected: CollectedRatings, scale: Scale): string[] {
  const { short, firstShortLine, conflicts, conflictCount, senses, averaged } = collected;
  const warnings: string[] = [];
  if (short > 0) {
    warnings.push(
      `${counted(short, 'row')} with fewer columns than the rating's, the first in line ${firstShortLine}: skipped.`,
    );
  }
  if (!isFiveSteps(scale)) {
    warnings.push(`ratings on a scale from ${scale[0]} to ${scale[1]} were mapped linearly to 1–5.`);
  }
  for (const { word, first, firstLine, second, secondLine } of conflicts) {
    warnings.push(
      `${quoted(word)} has rating ${shownRating(first)} in line ${firstLine} and ${shownRating(second)} in line ${secondLine}; the first counts.`,
    );
  }
  if (conflictCount > conflicts.length) {
    warnings.push(
      `${conflictCount - conflicts.length} more words have two different ratings; the first counts.`,
    );
  }
  if (senses > 0) {
    warnings.push(
      `${counted(senses, 'word')} with rows for single senses, like "bank (river)": left out where the word has its own row, else (${counted(averaged, 'word')}) their mean counts.`,
    );
  }
  return warnings;
}

function shownRating(rating: number): number {
  return Number(rating.toFixed(3));
}

/** The first of tab, semicolon and comma that the first line has. */
function delimiterOf(text: string): string {
  const firstLine = /[^\r\n]+/.exec(text)?.[0] ?? '';
  const delimiter = ['\t', ';', ','].find((candidate) => firstLine.includes(candidate));
  if (delimiter === undefined && firstLine.trim() !== '') {
    throw badNorms(
      `columns must be separated by tabs, commas or semicolons, got the first line ${quoted(firstLine)}`,
    );
  }
  return delimiter ?? '\t';
}
