import { existsSync, statSync } from 'node:fs';
import { nothingWritten, remarkIfInterrupted } from '@slipform/kit/command/interruption';
import { acquireLock, lockBeside } from '@slipform/kit/files/lock';
import { refuseOverwrites } from '@slipform/kit/files/output-guard';
import { writeFileWhole } from '@slipform/kit/files/write-file';
import { printable } from '@slipform/kit/text/printable';
import { openEstimates } from '../estimates';
import { InputError } from '../input-error';
import type { Lexicon } from '../lexicon';
import type { Norms } from '../parse-norms';
import { type NormsFileOptions, openLexicon } from './open-lexicon';
import { plainText, printLine } from './print-line';

export interface ExportOptions extends NormsFileOptions {
  /** Without one, what the output's name ends in, or else `tsv`. */
  readonly format?: Format;
  readonly output?: string;
  readonly force?: boolean;
}

export const formats = ['tsv', 'csv', 'jsonl'] as const;
type Format = (typeof formats)[number];
type Row = readonly [word: string, rating: number, source: string];

/** In characters. Lines are written in pieces of about this size, because one call for each line is slow. */
const pieceLength = 65_536;

/** The `export` command: every entry with its rating and source, sorted. */
export async function exportEntries(options: ExportOptions): Promise<void> {
  const { norms, output = '-', force = false } = options;
  if (output !== '-' && isFolder(output)) {
    throw new InputError(`cannot write ${output}: it is a folder; name a file.`);
  }
  const format = options.format ?? formatOf(output);
  refuseOverwrites({
    inputs: norms === undefined ? [] : [{ file: norms, name: 'the file of --norms' }],
    outputs: [{ file: output, name: '--output' }],
  });
  const texts = async () => {
    const { lexicon, norms: rated } = await openLexicon(options);
    return pieces(entries(lexicon, rated), format);
  };
  if (output === '-') for (const piece of await texts()) await printLine(piece);
  else await writeAlone(output, force, async () => withLineEnds(await texts()));
}

/** Writes a file that no other run writes at the same time, and none wrote before unless forced. */
async function writeAlone(
  file: string,
  force: boolean,
  texts: () => Promise<Iterable<string>>,
): Promise<void> {
  const refuseOld = () => {
    if (!force && existsSync(file)) {
      throw new InputError(`${file} exists already; pass --force to overwrite it.`);
    }
  };
  refuseOld();
  // A device or a pipe is nobody's.
  const lock = isDevice(file) ? undefined : await acquireLock(lockBeside(file), { what: file });
  const forgetRemark = lock && remarkIfInterrupted(nothingWritten);
  try {
    const content = await texts();
    refuseOld();
    lock?.assertHeld();
    await writeFileWhole(file, content);
    forgetRemark?.();
  } finally {
    forgetRemark?.();
    lock?.release();
  }
}

function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    return false; // as below
  }
}

function isDevice(file: string): boolean {
  try {
    return !statSync(file).isFile();
  } catch {
    return false; // not there, or the lock says what is wrong
  }
}

/** The format of the output's extension, else `tsv`. */
function formatOf(output: string): Format {
  return formats.find((format) => output.toLowerCase().endsWith(`.${format}`)) ?? 'tsv';
}

function* entries(lexicon: Lexicon, norms: Norms | undefined): Generator<Row> {
  const words = new Set(openEstimates().words());
  for (const word of norms?.ratings.keys() ?? []) words.add(word);
  for (const word of [...words].sort()) {
    const { rating, source } = lexicon.rate(word)!;
    yield [word, rating, source];
  }
}

function* pieces(rows: Iterable<Row>, format: Format): Generator<string> {
  let piece = format === 'jsonl' ? '' : ['word', 'rating', 'source'].join(format === 'csv' ? ',' : '\t');
  for (const row of rows) {
    const line = lineOf(row, format);
    piece += piece === '' ? line : `\n${line}`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}

function lineOf([word, rating, source]: Row, format: Format): string {
  if (format === 'jsonl') {
    return printable(JSON.stringify({ word, rating, source }), Number.POSITIVE_INFINITY);
  }
  if (format === 'csv') return [quoted(word), rating, source].join(',');
  return [plainText(word.replace(/\s/g, ' ')), rating, source].join('\t');
}

/** A cell as in RFC 4180. */
function quoted(word: string): string {
  const plain = plainText(word);
  return /[",]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function* withLineEnds(texts: Iterable<string>): Generator<string> {
  for (const text of texts) yield `${text}\n`;
}
