import { InputError } from '@slipform/concreteness';
import { jsonlParser } from './parse-jsonl';
import { textParser } from './parse-text';
import { tsvParser } from './parse-tsv';
import type { Line } from './read-line-batches';

/** A caption of a file. */
export interface FileCaption {
  readonly id: string;
  readonly caption: string;
  /** Captions of one image have one image id. */
  readonly imageId?: string;
}

/** Turns a line into a caption; `undefined` for a line without one (blank, a header). Throws for a broken line. */
export type LineParser = (line: Line) => FileCaption | undefined;

/** A new format is a file and a line here: parsers keep state (a header), so each reading makes its own. */
export const formats = { text: textParser, jsonl: jsonlParser, tsv: tsvParser } as const;

export type Format = keyof typeof formats;

const byExtension: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  tsv: 'tsv',
};

/** The format that a file's name says. @throws {InputError} for an extension that we don't know */
export function formatOf(file: string): Format {
  if (file === '-') return 'text';
  const extension = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
  if (Object.hasOwn(byExtension, extension)) return byExtension[extension]!;
  if (extension === 'csv') {
    throw new InputError(
      `${file} is CSV, which cannot be read yet; save it as TSV (tab-separated, with a header that names "caption") or as JSON lines.`,
    );
  }
  throw new InputError(
    `cannot tell the format of ${file} by its name; pass --format ${Object.keys(formats).join('|')}.`,
  );
}
