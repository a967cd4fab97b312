import { rowsOf } from './tables';

/** The name of a scale in lexicon/scales.tsv: "colour", "size". */
export type Scale = string;

interface ScaleEntry {
  readonly scale: Scale;
  /** Words of one group of a scale may be true of one thing together ("big" and "large"). */
  readonly group: number;
}

/** Attributes that may be inserted, the plainest of their group: those with a star. */
interface Offer {
  readonly word: string;
  readonly group: number;
}

const entries = new Map<string, ScaleEntry[]>();
const offers = new Map<Scale, Offer[]>();
const groups: (readonly string[])[] = [];
for (const [scale = '', list = ''] of rowsOf('scales')) {
  const group = groups.length;
  const words = list.split(' ').map((word) => word.replace('*', ''));
  groups.push(words);
  for (const word of words) push(entries, word, { scale, group });
  for (const word of list.split(' ')) {
    if (word.startsWith('*')) push(offers, scale, { word: word.slice(1), group });
  }
}

const noEntries: readonly ScaleEntry[] = [];

/** The groups that an adjective lies in: of "short" one of height and one of length. */
export function scalesOf(lemma: string): readonly ScaleEntry[] {
  return entries.get(lemma) ?? noEntries;
}

const names = new Map(
  [...entries].map(([word, list]) => [word, [...new Set(list.map(({ scale }) => scale))]] as const),
);
const noNames: readonly Scale[] = [];

/** The scales that an adjective lies on. */
export function scaleNamesOf(lemma: string): readonly Scale[] {
  return names.get(lemma) ?? noNames;
}

/** Whether a word is a colour. */
export function isColour(word: string): boolean {
  return scaleNamesOf(word).includes('colour');
}

/** Whether two attributes may be true of one thing at once for all we know, by lying in one group of a scale. */
export function sameGroup(a: string, b: string): boolean {
  return scalesOf(a).some(({ group }) => scalesOf(b).some((other) => other.group === group));
}

const opposites = new Map(
  [...entries.keys()].map((word) => [
    word,
    scaleNamesOf(word)
      .flatMap((scale) => plainWordsOf(scale))
      .filter((other) => other !== word && !sameGroup(word, other)),
  ]),
);

/** Plain words that exclude an adjective, on any scale that it lies on. */
export function oppositesOf(lemma: string): readonly string[] {
  return opposites.get(lemma) ?? [];
}

const alike = new Map(
  [...entries].map(([word, list]) => [word, [...new Set(list.flatMap(({ group }) => groups[group]!))]]),
);

/** A word and what may be said in its stead. */
export function groupOf(lemma: string): readonly string[] {
  return alike.get(lemma) ?? [lemma];
}

/** The words of a scale that may be inserted. */
export function plainWordsOf(scale: Scale): readonly string[] {
  return (offers.get(scale) ?? []).map(({ word }) => word);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
