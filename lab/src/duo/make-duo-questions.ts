import { type DuoQuestion, duoQuestions, type Icon, splitOf } from '@slipform/icons';
import type { IconMarks } from './find-marks';

export interface DuoQuestionSource {
  /** All icons: of those that are asked about, and of others, by which words and signs are known. */
  readonly icons: readonly Icon[];
  /** Whether an icon may be asked about: it is by a test artist, and has a picture. */
  readonly isAsked: (icon: Icon) => boolean;
  /** The share of ink that one of two icons has and the other has not, from 0 to 1. */
  readonly difference: (one: Icon, other: Icon) => number;
  readonly rate: (word: string) => number | undefined;
}

interface DuoQuestionLimits {
  readonly seed: number;
  /** The most questions of one set and kind in which a part is, and in which two parts stand against each other. */
  readonly perPart: number;
  readonly perPartPair: number;
  /** Families of artists that use a word, at least: what fewer use is a code, or a metaphor of the set. */
  readonly families: number;
  /** What {@link DuoQuestionSource.difference} must be at least, so that it is seen. */
  readonly leastDifference: number;
}

/** A line of the file that the benchmark `duo` reads. */
type Row = readonly unknown[];

/** Questions that are fair to a person, by set; the same icons, limits and seed give the same. */
export function makeDuoQuestions(
  source: DuoQuestionSource,
  { families, leastDifference, ...limits }: DuoQuestionLimits,
): DuoQuestion[] {
  const { icons, isAsked, difference } = source;
  const known = wordsOfMany(icons, families);
  const isKnown = (icon: Icon) =>
    splitOf(icon) !== 'test' || (isAsked(icon) && icon.words.every((word) => known.has(word)));
  return duoQuestions(icons.filter(isKnown), limits).filter((question) => {
    if (splitOf(question) !== 'test') return false;
    const [[a, b], [c, d]] = question.pictures;
    const changed = [
      [a, c],
      [b, d],
    ] as const;
    return changed.every(([one, other]) => one === other || difference(one, other) >= leastDifference);
  });
}

/** Words that so many families of artists use at least. */
function wordsOfMany(icons: readonly Icon[], least: number): Set<string> {
  const families = new Map<string, Set<string>>();
  for (const { words, family } of icons) {
    for (const word of words) families.set(word, (families.get(word) ?? new Set()).add(family));
  }
  return new Set([...families].flatMap(([word, { size }]) => (size >= least ? [word] : [])));
}

/**
 * @param words another kind and captions: sentences that people wrote for a question's pictures
 */
export function duoRow(
  { kind, wording, pictures, captions, parts }: DuoQuestion,
  { rate, isCopy, isSeen }: Pick<DuoQuestionSource, 'rate'> & IconMarks,
  words?: readonly [string, string],
): Row {
  const icons = pictures.flat();
  const ratings = parts.flatMap((part) => part.split(' ').map(rate));
  const rated = ratings.flatMap((rating) => (rating === undefined ? [] : [rating]));
  const isRated = rated.length === ratings.length;
  const mean = rated.reduce((sum, rating) => sum + rating, 0) / rated.length;
  return [
    words === undefined ? kind : 'sentence',
    wording.layout,
    pictures.map((two) => two.map(({ name }) => name)),
    words ?? captions,
    isRated ? Math.round(100 * mean) / 100 : null,
    `${icons.some(isCopy) ? 'd' : ''}${icons.every(isSeen) ? 's' : ''}`,
  ];
}

/** The text of the file: a line for each row. */
export function stringifyDuoQuestions(
  about: string,
  sets: Readonly<Record<string, object>>,
  questions: ReadonlyMap<string, readonly Row[]>,
): string {
  const lists = [...questions].map(
    ([set, rows]) => `"${set}":[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`,
  );
  return `{"format":"slipform-duo-questions","version":1,
"about":${JSON.stringify(about)},
"sets":${JSON.stringify(sets)},
"questions":{${lists.join(',\n')}}}
`;
}
