import { type NormsFileOptions, openLexicon } from './open-lexicon';
import { plainText, printJson, printLine } from './print-line';
import { readTexts } from './read-texts';
import { refusePrintingInto } from './refuse-printing-into';

export interface RateOptions extends NormsFileOptions {
  readonly json?: boolean;
}

/** The `rate` command. It reads word by word, so a pipe of any length takes constant memory. */
export async function rate(words: readonly string[], options: RateOptions): Promise<void> {
  refusePrintingInto({ norms: options.norms, input: words.length > 0 ? undefined : '-' });
  const { lexicon } = await openLexicon(options);
  if (words.length === 0 && process.stdin.isTTY) {
    process.stderr.write('Type words, one a line; Ctrl-D ends.\n');
  }
  for await (const word of words.length > 0 ? words : readTexts(process.stdin)) {
    if (word.trim() === '') continue;
    const rated = lexicon.rate(word);
    if (options.json) await printJson({ word, ...(rated ?? { rating: null }) });
    else {
      const cells = [
        plainText(word.replaceAll('\t', ' ')),
        rated?.rating ?? '',
        rated?.source ?? '',
        rated?.via ?? '',
      ];
      await printLine(cells.join('\t'));
    }
  }
}
