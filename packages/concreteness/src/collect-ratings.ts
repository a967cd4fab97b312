import { quoted } from '@slipform/kit/text/printable';
import type { NormsColumns } from './find-norms-columns';
import { longestWord, normalizeWord } from './normalize-word';
import { badNorms, type RatedRow, type Scale, ScaleGuess, toFiveSteps } from './norms-scale';
import type { DelimitedRow } from './read-delimited';

/** English has fewer words; the largest norms have 62,000. */
const maxWords = 1_000_000;
/** Warnings are for people: after these, conflicts are only counted. */
const shownConflicts = 5;

const missing = new Set(['', 'na', '#n/a', 'n/a', 'nan', '.']);

/** A word with a second rating that differs. */
interface Conflict {
  readonly word: string;
  readonly first: number;
  readonly firstLine: number;
  readonly second: number;
  readonly secondLine: number;
}

/** The rows of norms, on one scale. */
export interface CollectedRatings {
  /** The first rating of each word; the mean of its senses if only these have rows. */
  readonly ratings: Map<string, number>;
  readonly partsOfSpeech: ReadonlyMap<string, string>;
  /** Standard deviation among raters, of words with one in their first row. */
  readonly deviations: ReadonlyMap<string, number>;
  /** Rows with a word and a rating, and those without. */
  readonly rated: number;
  readonly skipped: number;
  readonly duplicates: number;
  /** Rows that end before the column of ratings, and the line of the first. */
  readonly short: number;
  readonly firstShortLine: number;
  /** The first few, and how many there are. */
  readonly conflicts: readonly Conflict[];
  readonly conflictCount: number;
  /** How many words have rows for single senses, and for how many of them the mean counts. */
  readonly senses: number;
  readonly averaged: number;
  /** The first row with a rating off the scale; all such rows are left out. */
  readonly offScale: RatedRow | undefined;
  /** The scale that the ratings suggest. */
  readonly guess: Scale;
}

/**
 * Collects ratings from a stream of rows, on the scale from 1 to 5. It keeps a word, a rating and a line for each
 * distinct word, and counts rows that repeat a word.
 *
 * @throws {InputError} for a rating that is not a number, a word that is too long, and for too many words
 */
export function collectRatings(
  rows: Iterable<DelimitedRow>,
  columns: NormsColumns,
  scale: Scale,
): CollectedRatings {
  const ratings = new Map<string, number>();
  /** In the order of `ratings`: lighter than a second map. */
  const lines: number[] = [];
  const partsOfSpeech = new Map<string, string>();
  const deviations = new Map<string, number>();
  const senses = new Map<string, { sum: number; count: number }>();
  const conflicts: Conflict[] = [];
  const guess = new ScaleGuess();
  let [rowCount, rated, duplicates, conflictCount, short, firstShortLine] = [0, 0, 0, 0, 0, 0];
  let offScale: RatedRow | undefined;

  for (const { fields, line } of rows) {
    rowCount += 1;
    if (rowCount <= columns.headerRows) continue;
    if (fields.length <= columns.rating) {
      short += 1;
      if (short === 1) firstShortLine = line;
    }
    const field = (fields[columns.rating] ?? '').trim();
    if (missing.has(field.toLowerCase())) continue;
    const word = readWord(fields[columns.word] ?? '', line);
    if (word === '') continue;
    rated += 1;
    const given = readRating(field, word, line);
    guess.add(given);
    const part = (fields[columns.part] ?? '').trim().toLowerCase();
    if (!missing.has(part) && !partsOfSpeech.has(word)) partsOfSpeech.set(word, part);
    const rating = toFiveSteps(given, scale);
    if (rating === undefined) {
      offScale ??= { word, rating: given, line };
      continue;
    }
    const sense = /^(.*\S) ?\([^()]+\)$/.exec(word)?.[1];
    if (sense !== undefined) {
      const ofSense = senses.get(sense);
      if (ofSense) {
        ofSense.sum += rating;
        ofSense.count += 1;
        continue;
      }
      senses.set(sense, { sum: rating, count: 1 });
    } else {
      const first = ratings.get(word);
      if (first !== undefined) {
        duplicates += 1;
        if (first === rating) continue;
        conflictCount += 1;
        if (conflictCount > shownConflicts) continue;
        const firstLine = lines[indexOfKey(ratings, word)]!;
        conflicts.push({ word, first, firstLine, second: rating, secondLine: line });
        continue;
      }
      ratings.set(word, rating);
      lines.push(line);
      const deviation = deviationOf((fields[columns.deviation] ?? '').trim(), scale);
      if (deviation !== undefined) deviations.set(word, deviation);
    }
    if (ratings.size + senses.size > maxWords) {
      throw badNorms(
        `norms must rate at most ${maxWords} words, got more from line ${line} on`,
        'pass the words that you need',
      );
    }
  }

  let averaged = 0;
  for (const [word, { sum, count }] of senses) {
    if (ratings.has(word)) continue;
    ratings.set(word, sum / count);
    averaged += 1;
  }
  return {
    ratings,
    partsOfSpeech,
    deviations,
    rated,
    skipped: rowCount - columns.headerRows - rated,
    duplicates,
    short,
    firstShortLine,
    conflicts,
    conflictCount,
    senses: senses.size,
    averaged,
    offScale,
    guess: guess.scale(),
  };
}

function readWord(field: string, line: number): string {
  const word = field.trim();
  if (word.length <= longestWord) return normalizeWord(word);
  throw badNorms(
    `a word must have at most ${longestWord} characters, got ${word.length} in line ${line} (${quoted(word, 40)})`,
    'check the column of words',
  );
}

function readRating(field: string, word: string, line: number): number {
  const rating = /^[+-]?\d*\.?\d+(?:e[+-]?\d+)?$|^\d+\.$/i.test(field) ? Number(field) : Number.NaN;
  if (Number.isFinite(rating)) return rating;
  const remedy = /^\d+,\d+$/.test(field) ? 'write decimals with a point' : 'leave it empty if there is none';
  throw badNorms(
    `a rating must be a number, got ${quoted(field)} for ${quoted(word)} in line ${line}`,
    remedy,
  );
}

/** A deviation on the scale from 1 to 5. One that is missing or no number costs no rating. */
function deviationOf(field: string, [lowest, highest]: Scale): number | undefined {
  const deviation = field === '' ? Number.NaN : Number(field);
  if (!Number.isFinite(deviation) || deviation < 0) return undefined;
  return Number(((4 * deviation) / (highest - lowest)).toFixed(4));
}

function indexOfKey(map: ReadonlyMap<string, unknown>, key: string): number {
  let index = 0;
  for (const other of map.keys()) {
    if (other === key) return index;
    index += 1;
  }
  return -1;
}
