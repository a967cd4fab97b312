import { closeSync, existsSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { openEstimates } from '../estimates';
import { InputError } from '../input-error';
import { explainFileError } from '../read-text-file';
import { type NormsFileOptions, openLexicon } from './open-lexicon';
import { printLine } from './print-line';

export interface ExportOptions extends NormsFileOptions {
  /** Without one, what the output's name ends in, or else `tsv`. */
  readonly format?: Format;
  readonly output?: string;
  readonly force?: boolean;
}

export const formats = ['tsv', 'csv', 'jsonl'] as const;
type Format = (typeof formats)[number];
type Row = readonly [word: string, rating: number, source: string];

/** Lines are gathered to pieces of about this size, since a call for each of 150,000 takes long. */
const pieceLength = 65_536;

/** The `export` command: every entry with its rating and source, sorted. */
export async function exportEntries(options: ExportOptions): Promise<void> {
  const format = options.format ?? formatOf(options.output);
  const rows = entries(options);
  if (options.output === undefined) {
    for (const piece of pieces(rows, format)) await printLine(piece);
    return;
  }
  writeWhole(options.output, pieces(rows, format), options.force === true);
}

function formatOf(output = ''): Format {
  return formats.find((format) => output.toLowerCase().endsWith(`.${format}`)) ?? 'tsv';
}

function* entries(options: NormsFileOptions): Generator<Row> {
  const { lexicon, norms } = openLexicon(options);
  const words = new Set(openEstimates().words());
  for (const word of norms?.ratings.keys() ?? []) words.add(word);
  for (const word of [...words].sort()) {
    const { rating, source } = lexicon.rate(word)!;
    yield [word, rating, source];
  }
}

function* pieces(rows: Iterable<Row>, format: Format): Generator<string> {
  const separator = format === 'csv' ? ',' : '\t';
  let piece = format === 'jsonl' ? '' : ['word', 'rating', 'source'].join(separator);
  for (const [word, rating, source] of rows) {
    const line =
      format === 'jsonl'
        ? JSON.stringify({ word, rating, source })
        : [format === 'csv' ? quoted(word) : word.replace(/\s/g, ' '), rating, source].join(separator);
    piece += piece === '' ? line : `\n${line}`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

/** As RFC 4180 has it. */
function quoted(word: string): string {
  return /[",\r\n]/.test(word) ? `"${word.replaceAll('"', '""')}"` : word;
}

/** Writes beside the file and renames, so that whoever reads it sees all or nothing. */
function writeWhole(file: string, texts: Iterable<string>, force: boolean): void {
  if (!force && existsSync(file)) {
    throw new InputError(`${file} exists already; pass --force to overwrite it.`);
  }
  const partial = `${file}.${process.pid}.tmp`;
  try {
    const handle = openSync(partial, 'wx');
    try {
      for (const text of texts) writeSync(handle, `${text}\n`);
    } finally {
      closeSync(handle);
    }
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    throw explainFileError(file, error, 'write');
  }
}
