import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/**
 * The things of colour pairs: 233 names of one word, each used by eight families of training artists or more, rated 4 or more in
 * concreteness, and chosen by hand from those: no brands, no signs, no plurals, no matter that is not counted.
 *
 * @example
 * const words = await pairWords();
 * words.has('bell'); // true
 */
export async function pairWords(): Promise<ReadonlySet<string>> {
  const path = createRequire(import.meta.url).resolve('@slipform/icons/data/pair-words.txt');
  return new Set((await readFile(path, 'utf8')).trim().split('\n'));
}
