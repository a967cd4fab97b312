import { rowsOf } from './tables';
import { wordClass } from './words';

/** Words for one sight that WordNet does not relate. */
const groups = rowsOf('look-alikes').map(([words = '']) => words.split(' '));

const alike = new Map<string, Set<string>>();
for (const group of groups) {
  for (const word of group) alike.set(word, new Set([...(alike.get(word) ?? []), ...group]));
}

/** Whether two nouns may be said of one thing in a picture, though WordNet knows no relation between them. */
export function mayLookAlike(a: string, b: string): boolean {
  // Few words have two parts, so that few heads are cut.
  const [headA, headB] = [headOf(a), headOf(b)];
  if (headA !== headB) return alike.get(headA)?.has(headB) === true;
  return a === b || !isOfSport(a) || !isOfSport(b);
}

/** Whether both end in one noun ("bell tower", "tower"), which of two courts for different games says nothing. */
export function sharesHead(a: string, b: string): boolean {
  return headOf(a) === headOf(b) && (a === b || !isOfSport(a) || !isOfSport(b));
}

/** Whether the table has the heads of two nouns in one group. */
export function looksAlike(a: string, b: string): boolean {
  return alike.get(headOf(a))?.has(headOf(b)) === true && headOf(a) !== headOf(b);
}

/** A bell tower looks like what a tower looks like. */
function headOf(lemma: string): string {
  return lemma.slice(lemma.lastIndexOf(' ') + 1);
}

const sports = wordClass('sport');

/** "tennis court": its lines tell it from other courts. */
function isOfSport(lemma: string): boolean {
  return sports.has(lemma.slice(0, Math.max(0, lemma.indexOf(' '))));
}
