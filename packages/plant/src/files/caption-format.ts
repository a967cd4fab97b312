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

/** The format that an output's name says; records as JSON lines where it says none. @throws {InputError} for one that can't be written */
export function outputFormatOf(file: string): OutputFormat {
  const extension = extensionOf(file);
  const format = Object.hasOwn(byExtension, extension) ? byExtension[extension]! : 'jsonl';
  const writable = outputFormats.find((name) => name === format);
  if (file === '-' || format === 'text') return 'jsonl';
  if (writable) return writable;
  throw new InputError(
    `records cannot be written as ${extension}, as ${file} asks; pass --output-format ${outputFormats.join('|')}.`,
  );
}

/** Whether an output is to be compressed, by its name. */
export function isGzipName(file: string): boolean {
  return /\.(gz|tgz)$/i.test(file);
}

function extensionOf(file: string): string {
  return /\.([^./\\]+)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
}
