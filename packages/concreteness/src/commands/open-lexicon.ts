import { InputError } from '../input-error';
import { createLexicon, type Lexicon } from '../lexicon';
import { type Norms, parseNorms } from '../parse-norms';
import { readTextFile } from '../read-text-file';

/** How every command is told of human ratings. */
export interface NormsFileOptions {
  readonly norms?: string;
  readonly wordColumn?: string;
  readonly ratingColumn?: string;
  readonly scale?: string;
}

export function openLexicon(options: NormsFileOptions): { lexicon: Lexicon; norms: Norms | undefined } {
  if (options.norms === undefined) {
    if (options.wordColumn ?? options.ratingColumn ?? options.scale) {
      throw new InputError(
        '--word-column, --rating-column and --scale say how to read --norms; name its file.',
      );
    }
    return { lexicon: createLexicon(), norms: undefined };
  }
  const norms = readNorms(options.norms, options);
  return { lexicon: createLexicon({ norms }), norms };
}

/** Reads a file of norms; its warnings go to standard error. */
export function readNorms(file: string, options: NormsFileOptions): Norms {
  const norms = parseNorms(readTextFile(file), {
    word: options.wordColumn,
    rating: options.ratingColumn,
    scale: options.scale === undefined ? undefined : readScale(options.scale),
  });
  for (const warning of norms.warnings) process.stderr.write(`${file}: ${warning}\n`);
  return norms;
}

function readScale(text: string): [number, number] {
  const ends = /^(\d+(?:\.\d+)?)[-–:](\d+(?:\.\d+)?)$/.exec(text.trim());
  if (ends) return [Number(ends[1]), Number(ends[2])];
  throw new InputError(`--scale must be the lowest and the highest rating, like 1-7, got "${text}".`);
}
