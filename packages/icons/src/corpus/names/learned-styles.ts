import type { Peeled } from './declared-styles';
import { STYLE_WORDS } from './style-words';

/** A word is a style of the set where at least this share of the names with it, at its place, stand beside another form. */
const pairedShare = 0.5;

/** And where it is in at least this share of the set's names. */
const commonShare = 0.03;

/** What so large a share of a set's names end with is a style even where none stands beside another form: `clock-outline` of a set in which nearly all end so. */
const plainShare = 0.25;
const fewestPlain = 20;

/** Smaller numbers count drawings or things: see `variantPeel`. */
const smallestSize = 8;

/**
 * Learns from the names of one set which of their words say style or size, and takes them off, the last first. A word of `STYLE_WORDS`, a
 * size (a number of at least 8) or a lone letter ("o" for outline) is one where it is common in the set, and most names
 * that have it at the same place, last or within, stand beside another form of the name: without it, or with another
 * style there. It goes from those names alone that do stand beside another form, so that `traffic-light` keeps its light
 * where `traffic` is no name; only what a quarter of the names end with goes from all. `heart-broken` keeps its word in all sets but those in which it is a common style.
 *
 * @param names the words of each name, each name once
 */
export function learnedPeel(names: readonly (readonly string[])[]): (words: readonly string[]) => Peeled {
  const { standsBeside } = formsOf(names);
  const counts = new Map<string, { all: number; paired: number }>();
  for (const words of names) {
    for (const at of placesOf(words)) {
      const key = keyOf(words, at);
      const count = counts.get(key) ?? { all: 0, paired: 0 };
      counts.set(key, count);
      count.all += 1;
      if (standsBeside(words, at)) count.paired += 1;
    }
  }
  const isStyle = (key: string) => {
    const { all, paired } = counts.get(key) ?? { all: 0, paired: 0 };
    return paired >= pairedShare * all && all >= Math.max(2, commonShare * names.length);
  };
  const isPlain = (key: string) =>
    key.startsWith('last ') &&
    (counts.get(key)?.all ?? 0) >= Math.max(fewestPlain, plainShare * names.length);
  return (words) => {
    const style: string[] = [];
    let left = words;
    for (const at of placesOf(words).reverse()) {
      const key = keyOf(left, at);
      if (!isPlain(key) && !(isStyle(key) && standsBeside(left, at))) continue;
      style.unshift(left[at]!);
      left = without(left, at);
    }
    return { words: left, style };
  };
}

/** Where in a name a style may stand: not in front. */
function placesOf(words: readonly string[]): number[] {
  return [...words.keys()].filter((at) => at > 0 && mayBeStyle(words[at]!));
}

/** A word in the last place and the same word within another name are two things: `sharp-line`, `line-chart`. */
function keyOf(words: readonly string[], at: number): string {
  return `${at === words.length - 1 ? 'last' : 'within'} ${words[at]}`;
}

function mayBeStyle(word: string): boolean {
  if (STYLE_WORDS.includes(word) || /^[a-z]$/.test(word)) return true;
  return /^[1-9]\d*(px)?$/.test(word) && Number.parseInt(word, 10) >= smallestSize;
}

function without(words: readonly string[], at: number): readonly string[] {
  return words.filter((_, other) => other !== at);
}

function formsOf(names: readonly (readonly string[])[]) {
  const known = new Set(names.map((words) => words.join('-')));
  // What stands at one place of otherwise equal names. A letter is no company: vitamin-a stands beside vitamin-b.
  const company = new Map<string, number>();
  const placeOf = (words: readonly string[], at: number) => `${at} ${without(words, at).join('-')}`;
  for (const words of names) {
    for (const at of placesOf(words)) {
      if (words[at]!.length === 1) continue;
      const place = placeOf(words, at);
      company.set(place, (company.get(place) ?? 0) + 1);
    }
  }
  const standsBeside = (words: readonly string[], at: number) => {
    const others = (company.get(placeOf(words, at)) ?? 0) - (words[at]!.length > 1 ? 1 : 0);
    return others > 0 || known.has(without(words, at).join('-'));
  };
  return { standsBeside };
}
