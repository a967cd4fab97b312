import { InputError, retold, UsageError } from '@slipform/kit/errors/input-error';
import { readTextFile } from '@slipform/kit/files/read-text-file';
import { fileRow, nameRow } from '@slipform/kit/options/command-rows';
import { described, type OptionsRead, optional } from '@slipform/kit/options/options';
import { printable } from '@slipform/kit/text/printable';
import { createLexicon, type Lexicon } from '../lexicon';
import { isScale, type Scale } from '../norms-scale';
import { longestNorms, type Norms, type NormsOptions, parseNorms } from '../parse-norms';

/** How the columns of a file of human ratings are called, and their scale. */
export const columnRows = {
  wordColumn: nameRow('name of the column of words (default: the usual names)'),
  ratingColumn: nameRow('name of the column of ratings (default: the usual names)'),
  scale: described(
    'scale of the ratings, such as 1-7; they are mapped to 1–5',
    optional<Scale, Scale>({
      what: 'the lowest and the highest rating, such as 1-7',
      holds: isScale,
      parse: (word) => /^(\d+(?:\.\d+)?)[-–:](\d+(?:\.\d+)?)$/.exec(word.trim())?.slice(1).map(Number),
      placeholder: '<lowest-highest>',
    }),
  ),
};

/** How a command is given human ratings. */
export const normsRows = {
  norms: fileRow(
    'human ratings, which win over estimates: Brysbaert 2014, the Glasgow norms, Muraki 2022, or any CSV or TSV with a column of words and one of ratings',
  ),
  ...columnRows,
};

type NormsFileOptions = OptionsRead<typeof normsRows>;

/** @throws {UsageError} for columns and a scale of no file */
export async function openLexicon(
  options: NormsFileOptions,
): Promise<{ lexicon: Lexicon; norms: Norms | undefined }> {
  const { norms: file, wordColumn, ratingColumn, scale } = options;
  if (file === undefined) {
    if ((wordColumn ?? ratingColumn ?? scale) === undefined)
      return { lexicon: createLexicon(), norms: undefined };
    throw new UsageError(
      '--word-column, --rating-column and --scale need --norms; pass the file of ratings.',
    );
  }
  const norms = await readNorms(file, options);
  return { lexicon: createLexicon({ norms }), norms };
}

/** Reads a file of norms; its warnings go to standard error. */
export async function readNorms(file: string, options: Omit<NormsFileOptions, 'norms'>): Promise<Norms> {
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
