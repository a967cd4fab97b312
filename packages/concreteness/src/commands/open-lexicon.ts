import { createLexicon, type Lexicon } from '../lexicon';
import type { Scale } from '../norms-scale';
import { type Norms, parseNorms } from '../parse-norms';
import { readTextFile } from '../read-text-file';

/** How every command is told of human ratings. */
export interface NormsFileOptions {
  readonly norms?: string;
  readonly wordColumn?: string;
  readonly ratingColumn?: string;
  readonly scale?: Scale;
}

export function openLexicon(options: NormsFileOptions): { lexicon: Lexicon; norms: Norms | undefined } {
  if (options.norms === undefined) return { lexicon: createLexicon(), norms: undefined };
  const norms = readNorms(options.norms, options);
  return { lexicon: createLexicon({ norms }), norms };
}

/** Reads a file of norms; its warnings go to standard error. */
export function readNorms(file: string, options: NormsFileOptions): Norms {
  const norms = parseNorms(readTextFile(file), {
    word: options.wordColumn,
    rating: options.ratingColumn,
    scale: options.scale,
  });
  for (const warning of norms.warnings) process.stderr.write(`${file}: ${warning}\n`);
  return norms;
}
