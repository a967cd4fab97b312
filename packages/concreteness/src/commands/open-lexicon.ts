import { InputError, retold } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { printable } from '@slipform/kit/text/printable';
import { createLexicon, type Lexicon } from '../lexicon';
import type { Scale } from '../norms-scale';
import { longestNorms, type Norms, type NormsOptions, parseNorms } from '../parse-norms';

/** How every command is given human ratings. */
export interface NormsFileOptions {
  readonly norms?: string;
  readonly wordColumn?: string;
  readonly ratingColumn?: string;
  readonly scale?: Scale;
}

export async function openLexicon(
  options: NormsFileOptions,
): Promise<{ lexicon: Lexicon; norms: Norms | undefined }> {
  if (options.norms === undefined) return { lexicon: createLexicon(), norms: undefined };
  const norms = await readNorms(options.norms, options);
  return { lexicon: createLexicon({ norms }), norms };
}

/** Reads a file of norms; its warnings go to standard error. */
export async function readNorms(file: string, options: NormsFileOptions): Promise<Norms> {
  const text = await readTextFile(file, longestNorms / 1024 / 1024);
  const norms = parseFile(file, text, {
    word: options.wordColumn,
    rating: options.ratingColumn,
    scale: options.scale,
  });
  for (const warning of norms.warnings) process.stderr.write(`${printable(`${file}: ${warning}`, 400)}\n`);
  return norms;
}

/** A message names the file and the command's options, not our function and its. */
function parseFile(file: string, text: string, options: NormsOptions): Norms {
  try {
    return parseNorms(text, options);
  } catch (error) {
    if (!InputError.isInstance(error)) throw error;
    const isLacking = error.argument === 'the header';
    const remedy = isLacking ? 'name yours by --word-column and --rating-column' : error.remedy;
    throw retold(error, { place: file, remedy });
  }
}
