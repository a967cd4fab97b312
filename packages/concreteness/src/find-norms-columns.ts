import { printable, quoted } from '@slipform/kit/text/printable';
import { badNorms } from './norms-scale';
import type { DelimitedRow } from './read-delimited';

/** The columns of the norms, and the number of rows of the header: 0, 1, or 2 as in the Glasgow norms. */
export interface NormsColumns {
  readonly word: number;
  readonly rating: number;
  /** Column of the standard deviation of the ratings; -1 if there is none. */
  readonly deviation: number;
  /** Column of the part of speech; -1 if there is none. */
  readonly part: number;
  readonly headerRows: 0 | 1 | 2;
  /** Whether the header or the column is that of the Glasgow norms, with a scale from 1 to 7. */
  readonly isGlasgow: boolean;
}

export interface NamedColumns {
  readonly word?: string | undefined;
  readonly rating?: string | undefined;
}

// Compared in lower case and without punctuation: "Conc.M" is concm.
const wordColumns = ['word', 'words', 'lemma', 'expression', 'phrase', 'term', 'token', 'item'];
const ratingColumns = [
  'concm',
  'concmean',
  'meanconc',
  'meanc',
  'cncm',
  'cnc',
  'concretenessmean',
  'meanconcreteness',
  'concreteness',
  'conc',
  'rating',
  'meanrating',
  'mean',
  'm',
];
const partColumns = ['dompos', 'pos', 'partofspeech'];

/** How a file may name the standard deviation of a column: "Conc.SD" of "Conc.M", "SD_C" of "Mean_C". */
function deviationColumns(rating: string): string[] {
  const names = [
    `${rating.replace(/(?:mean|m)$/, '')}sd`,
    rating.replace(/^mean/, 'sd'),
    'standarddeviation',
  ];
  return names.filter((name) => name !== rating);
}

/** Finds the columns by the caller's names, or else by the names that published norms use. */
export function findNormsColumns(
  first: DelimitedRow,
  second: DelimitedRow | undefined,
  named: NamedColumns,
): NormsColumns {
  const isTwoRows = second !== undefined && isSecondHeader(second.fields);
  const header = isTwoRows ? joinHeaders(first.fields, second.fields) : first.fields;
  const names = header.map(plainName);
  const find = (known: readonly string[]) => {
    const name = known.find((candidate) => names.includes(candidate));
    return name === undefined ? -1 : names.indexOf(name);
  };
  const word = named.word === undefined ? find(wordColumns) : findNamed(header, named.word, 'word');
  const rating = named.rating === undefined ? find(ratingColumns) : findNamed(header, named.rating, 'rating');
  if (word !== -1 && rating !== -1) {
    refuseTwins(header, names, word);
    refuseTwins(header, names, rating);
    if (word === rating) {
      throw badNorms(
        `word and rating must be two columns, got ${quoted(header[word]!)} for both`,
        'name the column of each',
      );
    }
    const isGlasgow = isTwoRows || names[rating]!.startsWith('cnc');
    const deviation = find(deviationColumns(names[rating]!));
    return { word, rating, deviation, part: find(partColumns), headerRows: isTwoRows ? 2 : 1, isGlasgow };
  }
  const value = first.fields[1]?.trim() ?? '';
  if (first.fields.length === 2 && value !== '' && Number.isFinite(Number(value))) {
    return { word: 0, rating: 1, deviation: -1, part: -1, headerRows: 0, isGlasgow: false };
  }
  const lacking =
    word === -1
      ? `word column (one of ${wordColumns.join(', ')})`
      : 'rating column (one of Conc.M, Mean_C, CNC, concreteness, rating, mean)';
  throw badNorms(
    `needs a ${lacking}, got ${quoted(header.join(' | '))} in line ${first.line}`,
    'name yours by the options word and rating',
    'the header',
  );
}

/** The Glasgow norms name a measure in the first row and below it M, SD and N. */
function isSecondHeader(fields: readonly string[]): boolean {
  return fields[0]?.trim() === '' && fields.filter((field) => field.trim() === 'M').length > 0;
}

/** "CNC" over "M" is "CNC M"; a measure's name stands over the first of its columns only. */
function joinHeaders(measures: readonly string[], statistics: readonly string[]): string[] {
  let measure = '';
  return statistics.map((statistic, column) => {
    measure = measures[column]?.trim() || measure;
    return `${measure} ${statistic.trim()}`.trim();
  });
}

function findNamed(header: readonly string[], name: string, option: 'word' | 'rating'): number {
  const wanted = plainName(name);
  const names = header.map(plainName);
  const exact = names.indexOf(wanted);
  const column = exact === -1 ? names.indexOf(`${wanted}m`) : exact;
  if (column !== -1) return column;
  throw badNorms(
    `${option} must name a column of the header, got ${quoted(name)}`,
    `there are ${printable(header.join(', '), 200)}`,
  );
}

/** Of two columns with one name nobody knows which is meant. */
function refuseTwins(header: readonly string[], names: readonly string[], column: number): void {
  const twin = names.indexOf(names[column]!, column + 1);
  if (twin === -1) return;
  throw badNorms(
    `the header must name a column once, got ${quoted(header[column]!)} for columns ${column + 1} and ${twin + 1}`,
    'rename one of them',
  );
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
