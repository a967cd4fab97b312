import * as kit from '@slipform/kit/captions/caption-formats';
import { InputError } from '@slipform/kit/errors/input-error';

export const formats = kit.captionFormats;
export type Format = kit.CaptionFormat;

/** `tsv` is NegCLIP's. */
export const outputFormats = ['jsonl', 'tsv', 'parquet', 'tar'] as const;
export type OutputFormat = (typeof outputFormats)[number];

/** What sentence-transformers trains on, as JSON lines or Parquet. */
export const tupleShapes = ['triplet', 'n-tuple'] as const;
export type TupleShape = (typeof tupleShapes)[number];

/** The format that a file's name says, compressed (.gz) or not. @throws {InputError} for an extension that we don't know */
export function formatOf(file: string): Format {
  return kit.formatOf(file, formats, `pass --format ${formats.join('|')}`);
}

/** The format that an output's name says; records as JSON lines where it says none. @throws {InputError} for one that can't be written */
export function outputFormatOf(file: string): OutputFormat {
  const format = kit.formatOfName(file) ?? 'jsonl';
  const writable = outputFormats.find((name) => name === format);
  if (file === '-' || format === 'text') return 'jsonl';
  if (writable) return writable;
  throw new InputError(
    `records cannot be written as ${kit.extensionOf(file)}, as ${file} asks; pass --output-format ${outputFormats.join('|')}.`,
  );
}
