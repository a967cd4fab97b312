import { hashWord } from '../hashes/hash-words';
import { wordSet } from './word-set';

/** Furniture that people sit or stand at. */
const tables = wordSet(
  'table, desk, counter, bar, booth, dining table, dinner table, dining room table, kitchen table, picnic table, coffee table, computer desk',
  ', ',
);
const at = ['at', 'around'].map(hashWord);
/** Things on dining tables and desks, and their other places. */
const served = wordSet(
  'plate food cake pizza bowl dish salad meal dinner lunch breakfast wine sandwich eat eating diner computer laptop monitor keyboard desktop donut doughnut ' +
    'fruit vegetable dessert coffee',
);
const stands = wordSet('cabinet, shelf, dresser, stand, stove, cart, bookcase, buffet, sideboard', ', ');

/**
 * Whether a thing that is no table takes the place of one that somebody or something is at, or that a meal or a computer
 * is on: "laid out at the couch", "a plate of food on a bed".
 *
 * @param governor hash of the word before the noun phrase
 * @param words the caption's
 */
export function leavesTable(
  keyword: string,
  lemma: string,
  governor: number,
  words: readonly string[],
): boolean {
  if (!tables.has(keyword) || tables.has(lemma)) return false;
  return at.includes(governor) || (!stands.has(lemma) && words.some((word) => served.has(word)));
}

const papers = wordSet('book magazine newspaper menu map letter poster');
const within = ['in', 'inside', 'into'].map(hashWord);

/** Whether paper takes the place of what holds something: "donuts in a book". */
export function holdsNothing(keyword: string, lemma: string, governor: number): boolean {
  return papers.has(lemma) && !papers.has(keyword) && within.includes(governor);
}
