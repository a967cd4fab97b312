import { InputError } from '@slipform/kit/errors/input-error';
import type { IconQuestions } from './question-file';

/** An icon of a probe's rows, and what it is. */
export interface ProbeRow {
  readonly set: string;
  readonly name: string;
  readonly words: readonly string[];
}

/** Rows of two probes, one class each and any number of labels each, of which the test rows are by other artists. */
export interface ProbeRows {
  /** Words that are classes, by their letters. */
  readonly classes: readonly string[];
  readonly single: Sides<ProbeRow & { readonly label: string }>;
  /** Words that are labels. */
  readonly labels: readonly string[];
  readonly multi: Sides<ProbeRow & { readonly label: readonly number[] }>;
  readonly artists: Sides<string>;
}

interface Sides<T> {
  readonly train: readonly T[];
  readonly test: readonly T[];
}

/** So many icons of a word are needed on the side that is fitted, and on the other. */
const FITTED = 20;
const TESTED = 5;

/**
 * What a linear probe of icons is asked: which of the 50 most frequent words a name has (icons with exactly one of them),
 * and which of up to 60 frequent ones are in it. It is fitted on the first, third, … set by their letters and tested on the others.
 *
 * @throws InputError where there are too few icons
 */
export function probeRows(icons: IconQuestions['icons'], { classes = 50, labels = 60 } = {}): ProbeRows {
  const sets = Object.keys(icons).sort();
  const artists = {
    train: sets.filter((_, at) => at % 2 === 0),
    test: sets.filter((_, at) => at % 2 === 1),
  };
  const rowsOf = (side: readonly string[]): ProbeRow[] =>
    side.flatMap((set) =>
      icons[set]!.map(({ name, caption }) => ({ set, name, words: [...new Set(caption.split(' '))] })),
    );
  const sides = { train: rowsOf(artists.train), test: rowsOf(artists.test) };
  const counts = { train: countWords(sides.train), test: countWords(sides.test) };
  const total = (word: string) => (counts.train.get(word) ?? 0) + (counts.test.get(word) ?? 0);
  const frequent = [...counts.train.keys()]
    .filter((word) => counts.train.get(word)! >= FITTED && (counts.test.get(word) ?? 0) >= TESTED)
    .sort((a, b) => total(b) - total(a) || (a < b ? -1 : 1));
  const names = frequent.slice(0, classes).sort();
  if (names.length < 2) {
    throw new InputError(
      `icon-probe: at least two words must have ${FITTED} icons in ${artists.train.join(', ')} and ${TESTED} in ${artists.test.join(', ') || 'other sets'}, got ${names.length}.`,
    );
  }
  const isClass = new Set(names);
  const single = (rows: readonly ProbeRow[]) =>
    rows.flatMap((row) => {
      const [label, ...more] = row.words.filter((word) => isClass.has(word));
      return label !== undefined && more.length === 0 ? [{ ...row, label }] : [];
    });
  const words = frequent.slice(0, labels).sort();
  const multi = (rows: readonly ProbeRow[]) =>
    rows.flatMap((row) => {
      const label = words.map((word) => Number(row.words.includes(word)));
      return label.includes(1) ? [{ ...row, label }] : [];
    });
  return {
    classes: names,
    single: { train: single(sides.train), test: single(sides.test) },
    labels: words,
    multi: { train: multi(sides.train), test: multi(sides.test) },
    artists,
  };
}

function countWords(rows: readonly ProbeRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of rows) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
