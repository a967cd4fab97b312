import { hashWord } from '../hashes/hash-words';
import { wordSet } from './word-set';

/** Furniture that people sit or stand at. */
const tables = wordSet(
  'table, desk, counter, bar, booth, dining table, dinner table, dining room table, kitchen table, picnic table, coffee table, computer desk',
  ', ',
);
const at = ['at', 'around'].map(hashWord);

/**
 * Whether a thing that is no table takes the place of one that somebody or something is at: "laid out at the couch".
 *
 * @param governor hash of the word before the noun phrase
 */
export function leavesTable(keyword: string, lemma: string, governor: number): boolean {
  return at.includes(governor) && tables.has(keyword) && !tables.has(lemma);
}
