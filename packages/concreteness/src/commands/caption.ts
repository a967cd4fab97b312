import { flagRow } from '@slipform/kit/options/command-rows';
import { defineOptions, type OptionsRead } from '@slipform/kit/options/options';
import type { RatedCaption } from '../rate-caption';
import { normsRows, openLexicon } from './open-lexicon';
import { plainText, printJson, printLine } from './print-line';
import { readTexts } from './read-texts';
import { refusePrintingInto } from './refuse-printing-into';

/** The options of `slipform-concreteness caption`. */
export const CAPTION_OPTIONS = defineOptions('slipform-concreteness caption', {
  ...normsRows,
  json: flagRow('print JSON lines, with offsets, ratings and their mean'),
});

/** 256-colour codes from abstract (blue) to concrete (red), readable on dark and on light. */
const colours = [33, 37, 71, 142, 172, 166, 160];

/**
 * The `caption` command: a caption a line, its words coloured by concreteness; in a pipe, or where NO_COLOR is set, with
 * the rating behind each word.
 */
export async function caption(
  texts: readonly string[],
  options: OptionsRead<typeof CAPTION_OPTIONS.rows>,
): Promise<void> {
  refusePrintingInto({ norms: options.norms, input: texts.length > 0 ? undefined : '-' });
  const { lexicon } = await openLexicon(options);
  const isColoured = process.stdout.isTTY && process.stdout.hasColors(256) && !process.env.NO_COLOR;
  const paint = isColoured ? inColour : inBrackets;
  if (texts.length === 0 && process.stdin.isTTY) {
    process.stderr.write('Type captions, one a line; Ctrl-D ends.\n');
  }
  for await (const text of texts.length > 0 ? texts : readTexts(process.stdin)) {
    if (text.trim() === '') continue;
    const rated = lexicon.rateCaption(text);
    // JSON has no NaN: a caption without a rated word has the mean null.
    if (options.json) await printJson({ text, ...rated });
    else await printLine(painted(text, rated, paint));
  }
}

function painted(
  text: string,
  { words }: RatedCaption,
  paint: (word: string, rating: number) => string,
): string {
  let line = '';
  let end = 0;
  for (const word of words) {
    line += plainText(text.slice(end, word.start)) + paint(plainText(word.text), word.rating);
    end = word.end;
  }
  return line + plainText(text.slice(end));
}

function inColour(word: string, rating: number): string {
  const step = Math.round(((rating - 1) / 4) * (colours.length - 1));
  return `\x1b[38;5;${colours[step]}m${word}\x1b[0m`;
}

function inBrackets(word: string, rating: number): string {
  return `${word}(${rating.toFixed(1)})`;
}
