import { once } from 'node:events';
import { createLexicon, type Lexicon, parseNorms } from './index';
import { readLines } from './read-lines';
import { readTextFile } from './read-text-file';

export interface RateOptions {
  readonly norms?: string;
  readonly json?: boolean;
}

/** The `rate` command: each word as it comes, so that a pipe of any length takes constant memory. */
export async function rateWords(words: readonly string[], options: RateOptions): Promise<void> {
  const lexicon = openLexicon(options.norms);
  const format = options.json ? asJson : asTabs;
  if (words.length === 0 && process.stdin.isTTY) {
    process.stderr.write('Type words, one a line; Ctrl-D ends.\n');
  }
  for await (const word of words.length > 0 ? words : readLines(process.stdin)) {
    if (word.trim() === '') continue;
    if (!process.stdout.write(`${format(word, lexicon)}\n`)) await once(process.stdout, 'drain');
  }
}

function openLexicon(normsFile: string | undefined): Lexicon {
  if (normsFile === undefined) return createLexicon();
  const norms = parseNorms(readTextFile(normsFile));
  for (const warning of norms.warnings) process.stderr.write(`${normsFile}: ${warning}\n`);
  return createLexicon({ norms });
}

function asTabs(word: string, lexicon: Lexicon): string {
  const rated = lexicon.rate(word);
  return [word.replaceAll('\t', ' '), rated?.rating ?? '', rated?.source ?? ''].join('\t');
}

function asJson(word: string, lexicon: Lexicon): string {
  return JSON.stringify({ word, ...(lexicon.rate(word) ?? { rating: null }) });
}
