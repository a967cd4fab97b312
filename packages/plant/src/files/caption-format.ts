import { statSync } from 'node:fs';
import { extname } from 'node:path';
import { InputError } from '@slipform/concreteness';

/** `json` is COCO's captions, Karpathy's splits, or an array of objects; `tar` a webdataset shard. */
export const formats = ['text', 'jsonl', 'csv', 'tsv', 'json', 'parquet', 'tar'] as const;
export type Format = (typeof formats)[number];

/** `tsv` is NegCLIP's. */
export const outputFormats = ['jsonl', 'tsv', 'parquet', 'tar'] as const;
export type OutputFormat = (typeof outputFormats)[number];

const byExtension: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  csv: 'csv',
  tsv: 'tsv',
  json: 'json',
  parquet: 'parquet',
  tar: 'tar',
  tgz: 'tar',
};

/** The format that a file's name says, compressed (.gz) or not. @throws {InputError} for an extension that we don't know */
export function formatOf(file: string): Format {
  if (file === '-') return 'text';
  const extension = extensionOf(file);
  if (Object.hasOwn(byExtension, extension)) return byExtension[extension]!;
  throw new InputError(`cannot tell the format of ${file} by its name; pass --format ${formats.join('|')}.`);
}

/** The format that an output's name says; JSON lines where it has no ending. @throws {InputError} for an ending that we don't know or can't write */
export function outputFormatOf(file: string): OutputFormat {
  const extension = extensionOf(file);
  if (!Object.hasOwn(byExtension, extension)) {
    if (!hasEnding(file)) return 'jsonl';
    throw new InputError(
      `cannot tell the format of ${file} by its ending .${extension}; end its name in .jsonl, .tsv, .parquet or .tar, or pass --output-format ${outputFormats.join('|')}.`,
    );
  }
  const format = byExtension[extension]!;
  const writable = outputFormats.find((name) => name === format);
  if (file === '-' || format === 'text') return 'jsonl';
  if (writable) return writable;
  throw new InputError(
    `records cannot be written as ${extension}, as ${file} asks; pass --output-format ${outputFormats.join('|')}.`,
  );
}

/** Whether a name says what it holds: that of a device or a pipe does not. */
function hasEnding(file: string): boolean {
  if (file === '-' || extname(file.replace(/\.gz$/i, '')) === '') return false;
  try {
    return statSync(file).isFile();
  } catch {
    return true; // not there, or who opens it says what is wrong
  }
}

/** Whether an output is to be compressed, by its name. */
export function isGzipName(file: string): boolean {
  return /\.(gz|tgz)$/i.test(file);
}

function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
}
