import { hashWord } from '../hashes/hash-words';
import { rowsOf } from './tables';

const classes = new Map<string, ReadonlySet<string>>();
for (const [name = '', words = ''] of rowsOf('words')) {
  if (classes.has(name)) throw new Error(`lexicon/words.tsv has the class "${name}" twice.`);
  classes.set(name, new Set(words.split(' ').map((word) => word.replaceAll('_', ' '))));
}

/** The words of a class of lexicon/words.tsv. @throws Error for a class that it does not have */
export function wordClass(name: string): ReadonlySet<string> {
  const words = classes.get(name);
  if (!words) throw new Error(`lexicon/words.tsv has no class "${name}".`);
  return words;
}

/** Nouns that name no thing of their own: words for how much, where in the picture, and for pictures themselves. */
export const noThings = wordClass('no-thing');

/** Things that WordNet files under persons first. */
export const thingsNotPersons = wordClass('not-a-person');

/** Everyday nouns that take no "a" and no plural: a mass word is only exchanged for a mass word. */
export const massNouns = wordClass('mass');

/** Words of a scale that name things as well: "an orange", "a glass". */
export const alsoThings = wordClass('also-a-thing');

/** Plural nouns without a singular of their own: no "a" before them, and no further plural. */
export const pluraliaTantum = wordClass('plural-only');

/** Whether a noun, or the last word of one, takes no "a" and no plural. */
export function isMass(lemma: string): boolean {
  return massNouns.has(lemma) || massNouns.has(lemma.slice(lemma.lastIndexOf(' ') + 1));
}

/** Everyday names of things that WordNet does not know, by the name that it has for them or for their like. */
export const standIns: ReadonlyMap<string, string> = new Map(
  rowsOf('stand-ins').map(([name = '', like = '']) => [name, like] as const),
);

/** Words that keep the same company, the most common first: counted as one, the rare ones are known as well. */
const names = rowsOf('company').map(([line = '']) => line.split(', '));

const common = new Map(
  names.flatMap(([first = '', ...others]) => others.map((name) => [hashWord(name), hashWord(first)])),
);

/** Under which word's hash a word's company is counted. */
export function companyHash(hash: number): number {
  return common.get(hash) ?? hash;
}
