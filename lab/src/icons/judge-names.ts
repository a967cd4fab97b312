import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import type { IconWorld } from './icon-world';
import { ranksOf, recallAt } from './ranks';
import type { Towers } from './towers';

/** Shares of queries whose right answer is the first, or among the first ten. */
export interface Recall {
  readonly count: number;
  readonly iconToName: { readonly at1: number; readonly at10: number };
  readonly nameToIcon: { readonly at1: number; readonly at10: number };
}

/** How well names and icons of unseen artists find each other. */
export interface NameScores {
  readonly all: Recall;
  /** The part whose name stands in training, drawn by others; found among all. */
  readonly seen: Recall;
  readonly unseen: Recall;
  /** The part that no drawing of training resembles; missing where the resemblance is not known. */
  readonly distinct?: Recall;
  readonly distinctAndUnseen?: Recall;
  /** Within one set, of all its names. */
  readonly bySet: Readonly<Record<string, Recall>>;
}

export interface JudgeNamesOptions {
  /** Icons that are searched, of distinct names. Default 2,000. */
  readonly count?: number;
  readonly seed?: number;
  /** Captions that training had as names. */
  readonly seenNames: ReadonlySet<string>;
  /** Which rows of the world resemble a drawing of training. */
  readonly resembling?: (rows: readonly number[]) => Promise<ReadonlySet<number>>;
  /** A set with fewer names is not searched by itself. Default 300. */
  readonly leastNames?: number;
}

/**
 * Draws `count` icons of distinct names and searches among them: by the drawing for its name, and by the name for its
 * drawing; then within each set. Of a set's drawings with one name the first one counts.
 */
export async function judgeNames(
  towers: Towers,
  world: IconWorld,
  options: JudgeNamesOptions,
): Promise<NameScores> {
  const { count = 2000, seed = 0, seenNames, leastNames = 300 } = options;
  const rows = oneOfEachName(world, shuffledRows(world, seed)).slice(0, count);
  const resembling = await options.resembling?.(rows);
  const ranks = await ranksOfRows(towers, world, rows);
  const isSeen = (row: number) => seenNames.has(world.icons[row]!.caption);
  const part = (wanted: (row: number) => boolean) => recallOf(ranks.filter(({ row }) => wanted(row)));
  const sets = new Map<string, number[]>();
  for (const row of firstOfEachName(world)) {
    const { set } = world.icons[row]!;
    sets.set(set, [...(sets.get(set) ?? []), row]);
  }
  const bySet: Record<string, Recall> = {};
  for (const [set, own] of sets) {
    if (own.length >= leastNames) bySet[set] = recallOf(await ranksOfRows(towers, world, own));
  }
  return {
    all: recallOf(ranks),
    seen: part(isSeen),
    unseen: part((row) => !isSeen(row)),
    ...(resembling === undefined
      ? {}
      : {
          distinct: part((row) => !resembling.has(row)),
          distinctAndUnseen: part((row) => !resembling.has(row) && !isSeen(row)),
        }),
    bySet,
  };
}

interface Ranks {
  readonly row: number;
  readonly iconToName: number;
  readonly nameToIcon: number;
}

async function ranksOfRows(towers: Towers, world: IconWorld, rows: readonly number[]): Promise<Ranks[]> {
  const icons = await towers.embedIcons(world, rows);
  const names = await towers.embedTexts(rows.map((row) => world.icons[row]!.caption));
  const iconToName = ranksOf(icons, names, towers.width);
  const nameToIcon = ranksOf(names, icons, towers.width);
  return rows.map((row, at) => ({ row, iconToName: iconToName[at]!, nameToIcon: nameToIcon[at]! }));
}

function recallOf(ranks: readonly Ranks[]): Recall {
  const of = (key: 'iconToName' | 'nameToIcon') => {
    const own = ranks.map((rank) => rank[key]);
    return { at1: recallAt(1, own), at10: recallAt(10, own) };
  };
  return { count: ranks.length, iconToName: of('iconToName'), nameToIcon: of('nameToIcon') };
}

/** The first drawing of each name in each set. */
export function firstOfEachName({ icons }: IconWorld): number[] {
  const seen = new Set<string>();
  return [...icons.keys()].filter((row) => {
    const { set, caption } = icons[row]!;
    const key = `${set} ${caption}`;
    if (caption === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function shuffledRows(world: IconWorld, seed: number): number[] {
  return createRandom(streamSeed(seed, 'judged icons')).shuffle(firstOfEachName(world));
}

/** The first of these rows for each name, of any artist. */
function oneOfEachName({ icons }: IconWorld, rows: readonly number[]): number[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const { caption } = icons[row]!;
    if (seen.has(caption)) return false;
    seen.add(caption);
    return true;
  });
}
