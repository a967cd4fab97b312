import { readLines } from '../read-lines';
import { type NormsFileOptions, openLexicon } from './open-lexicon';
import { printLine } from './print-line';

export interface RateOptions extends NormsFileOptions {
  readonly json?: boolean;
}

/** The `rate` command: each word as it comes, so that a pipe of any length takes constant memory. */
export async function rate(words: readonly string[], options: RateOptions): Promise<void> {
  const { lexicon } = openLexicon(options);
  if (words.length === 0 && process.stdin.isTTY) {
    process.stderr.write('Type words, one a line; Ctrl-D ends.\n');
  }
  for await (const word of words.length > 0 ? words : readLines(process.stdin)) {
    if (word.trim() === '') continue;
    const rated = lexicon.rate(word);
    const line = options.json
      ? JSON.stringify({ word, ...(rated ?? { rating: null }) })
      : [word.replaceAll('\t', ' '), rated?.rating ?? '', rated?.source ?? ''].join('\t');
    await printLine(line);
  }
}
