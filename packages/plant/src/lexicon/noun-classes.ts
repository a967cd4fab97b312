import { rowsOf } from './tables';

/** The nouns of a class of lexicon/nouns.tsv; "_" stands for a space within one. */
function nounsOf(name: string): ReadonlySet<string> {
  const rows = rowsOf('nouns').filter(([row]) => row === name);
  return new Set(rows.flatMap(([, nouns = '']) => nouns.split(' ').map((noun) => noun.replace('_', ' '))));
}

/** Nouns that name no thing of their own: words for how much, where in the picture, and for pictures themselves. */
export const noThings = nounsOf('no-thing');

/** Things that WordNet files under persons first. */
export const thingsNotPersons = nounsOf('not-a-person');

/** Everyday nouns that take no "a" and no plural: a mass word is only exchanged for a mass word. */
export const massNouns = nounsOf('mass');

/** Words of a scale that name things as well: "an orange", "a glass". */
export const alsoThings = nounsOf('also-a-thing');

/** Words that people write as two: "skate board". */
export const writtenApart = nounsOf('written-apart');

/** Plural nouns without a singular of their own: no "a" before them, and no further plural. */
export const pluraliaTantum = nounsOf('plural-only');

/** Whether a noun, or the last word of one, takes no "a" and no plural. */
export function isMass(lemma: string): boolean {
  return massNouns.has(lemma) || massNouns.has(lemma.slice(lemma.lastIndexOf(' ') + 1));
}
