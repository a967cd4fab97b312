import { withOutputFile } from '@slipform/kit/files/output-file';
import { fileRow, flagRow, row } from '@slipform/kit/options/command-rows';
import { choice, defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import { printable } from '@slipform/kit/text/printable';
import { openEstimates } from '../estimates';
import type { Lexicon } from '../lexicon';
import type { Norms } from '../parse-norms';
import { normsRows, openLexicon } from './open-lexicon';
import { plainText } from './print-line';

const formats = ['tsv', 'csv', 'jsonl'] as const;

/** The options of `slipform-concreteness export`. */
export const EXPORT_OPTIONS = defineOptions('slipform-concreteness export', {
  ...normsRows,
  format: row("format of a row (default: by the file's extension, else tsv)", choice(formats)),
  output: fileRow('write a file instead of standard output'),
  force: flagRow('overwrite the file if it exists'),
});

type Format = (typeof formats)[number];
type Row = readonly [word: string, rating: number, source: string];

/** In characters. Lines are written in pieces of about this size, because one call for each line is slow. */
const pieceLength = 65_536;

/** The `export` command: every entry with its rating and source, sorted. */
export async function exportEntries(options: OptionsRead<typeof EXPORT_OPTIONS.rows>): Promise<void> {
  const { norms, output = '-', force } = options;
  const format = options.format ?? formatOf(output);
  const inputs = norms === undefined ? [] : [{ file: norms, name: 'the file of --norms' }];
  await withOutputFile({ file: output, name: '--output', force, inputs }, async (save) => {
    const { lexicon, norms: rated } = await openLexicon(options);
    await save(withLineEnds(pieces(entries(lexicon, rated), format)));
  });
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
