import type { Icon } from '@slipform/icons';
import { isHeldOutWord, UNTAGGED_SET, wordsOf } from './held-out-tags';
import type { IconWorld } from './icon-world';
import { firstOfEachName } from './judge-names';
import { similarities } from './ranks';
import type { Towers } from './towers';

/** How a search by tags that training never saw went, within one set. */
export interface TagScores {
  readonly icons: number;
  /** One-word tags that people gave to three icons or more, and that were held out. */
  readonly queries: number;
  /** Share of the tagged icons whose name or other name holds the word: what a match of names finds. */
  readonly foundByName: number;
  /** Queries that have a right icon which a match of names misses. */
  readonly missedQueries: number;
  /** Of those: the share that has such an icon among the model's first ten, icons that the name finds left out. */
  readonly hitAt10: number;
  /** Right icons among those ten, a share of ten; and what ten by chance would have. */
  readonly precisionAt10: number;
  readonly chanceAt10: number;
  /** The share of queries that ten by chance would hit. */
  readonly hitByChance: number;
}

const LEAST_ICONS = 3;
const SHOWN = 10;

/**
 * Searches one set by each of its one-word tags that training never saw. Right icons are those that people gave the tag.
 * What a match of names finds is set aside, from the right ones and from the results: the model is judged on the rest.
 *
 * @param isAsked whether a tag is a query
 */
export async function judgeTags(
  towers: Towers,
  world: IconWorld,
  set: string,
  isAsked: (tag: string) => boolean = () => true,
): Promise<TagScores> {
  const rows = firstOfEachName(world).filter((row) => world.icons[row]!.set === set);
  const named = rows.map((row) => namesOf(world.icons[row]!));
  const tagged = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    for (const tag of tagsOf(world, row)) tagged.set(tag, [...(tagged.get(tag) ?? []), at]);
  }
  const queries = [...tagged].filter(
    ([tag, right]) =>
      right.length >= LEAST_ICONS && isAsked(tag) && (set === UNTAGGED_SET || isHeldOutWord(tag)),
  );
  const { width } = towers;
  const icons = await towers.embedIcons(world, rows);
  const texts = await towers.embedTexts(queries.map(([tag]) => tag));
  let [all, byName, missed, hits, precision, chance, luck] = [0, 0, 0, 0, 0, 0, 0];
  for (const [at, [tag, right]] of queries.entries()) {
    const isNamed = (icon: number) => named[icon]!.has(tag);
    all += right.length;
    byName += right.filter(isNamed).length;
    const rest = new Set(right.filter((icon) => !isNamed(icon)));
    if (rest.size === 0) continue;
    missed++;
    const candidates = [...rows.keys()].filter((icon) => !isNamed(icon));
    const scores = similarities(texts.subarray(at * width, (at + 1) * width), icons);
    const first = candidates.sort((a, b) => scores[b]! - scores[a]!).slice(0, SHOWN);
    const found = first.filter((icon) => rest.has(icon)).length;
    hits += found > 0 ? 1 : 0;
    precision += found / SHOWN;
    chance += rest.size / candidates.length;
    luck += 1 - noneByChance(rest.size, candidates.length);
  }
  return {
    icons: rows.length,
    queries: queries.length,
    foundByName: byName / all,
    missedQueries: missed,
    hitAt10: hits / missed,
    precisionAt10: precision / missed,
    chanceAt10: chance / missed,
    hitByChance: luck / missed,
  };
}

/** The probability that ten of `count` hold none of `right`. */
function noneByChance(right: number, count: number): number {
  let none = 1;
  for (let at = 0; at < SHOWN; at++) none *= Math.max(0, count - right - at) / (count - at);
  return none;
}

/** Words of an icon's name and other names. */
export function namesOf({ caption, aliases }: Pick<Icon, 'caption' | 'aliases'>): Set<string> {
  return new Set([caption, ...aliases].flatMap(wordsOf));
}

/** Its tags of one word. */
function tagsOf({ icons }: IconWorld, row: number): Set<string> {
  return new Set(
    icons[row]!.tags.flatMap((tag) => {
      const words = wordsOf(tag);
      return words.length === 1 ? words : [];
    }),
  );
}
