import { defineOptions, integer, optional, type RowsFor } from '@slipform/kit/options/options';
import { hashNumbers, hashText } from '@slipform/kit/random/hash';
import { createRandom, type Random } from '@slipform/kit/random/random';
import { checkIcons } from '../corpus/check-icons';
import type { Icon } from '../corpus/icon';
import { areDistinct } from '../corpus/pairs/is-answerable';
import { mainDrawings } from '../corpus/pairs/main-drawings';
import { createStems } from '../corpus/pairs/same-word';

/** Two objects and two signs of one set, every object with every sign: "bell off", "cloud plus", "bell plus", "cloud off". */
export interface DuoQuad {
  /** `lucide:bell-off lucide:cloud-plus lucide:bell-plus lucide:cloud-off`. */
  readonly id: string;
  readonly set: string;
  readonly family: string;
  /** Object a with sign x, b with y, a with y, b with x. */
  readonly icons: readonly [Icon, Icon, Icon, Icon];
  /** What a and b are called: `['bell', 'cloud']`. */
  readonly objects: readonly [string, string];
  /** `['off', 'plus']`. */
  readonly signs: readonly [string, string];
}

export interface DuoLimits {
  /** What a sample is drawn by, an integer of 32 bits. Default 0. */
  readonly seed?: number;
  /** The most in which an object or a sign may be, within a set. Default: no limit. */
  readonly perPart?: number;
  /** The most in which the same two signs, or the same two objects, stand against each other. Default: no limit. */
  readonly perPartPair?: number;
  /** The most of one set. Default 10,000. */
  readonly perSet?: number;
}

const limit = () => optional(integer({ min: 1 }));

/** @param caller the function that an error's text begins with */
export function duoLimitTable(caller: string) {
  return defineOptions(caller, {
    seed: optional(integer({ min: -(2 ** 31), max: 2 ** 32 - 1 }), 0),
    perPart: limit(),
    perPartPair: limit(),
    perSet: optional(integer({ min: 1 }), 10_000),
  } satisfies RowsFor<DuoLimits>);
}

/** Of one object's signs, and of the objects that have the same two signs, so many at most are put together. */
const MAX_TOGETHER = 256;

/**
 * Words of shapes, directions and styles. Where they are signs, a picture of two icons says something else with them: "arrow left
 * next to caret right" is of places, and a circle around a sign is no thing that one binds to another.
 */
const FORMS = new Set(
  (
    'circle circled square squared rectangle rectangular rect hexagon octagon pentagon triangle triangular rhombus diamond oval round rounded dot dots ' +
    'up down left right top bottom upper lower upward upwards downward downwards north south east west in out ' +
    'horizontal vertical diagonal start end forward back backward upright middle center centre side ' +
    'big small large medium mini half quarter ' +
    // What names say of style, where it was not taken off them.
    'fill filled outline outlined alt badge badged alerted solid line'
  ).split(' '),
);

/**
 * Quads of icons: objects a, b and signs x, y of which "a x", "b y", "a y" and "b x" all exist in one set. A picture of the
 * first two and one of the last two have the same words in their captions: only attribute binding tells them apart.
 *
 * Names are cut between two words, wherever that gives a grid. Names say the thing first, so that the sign is the side whose
 * parts stand last in more names of the corpus: "add column" has its sign in front, since others have "add" behind. So pass
 * all sets that there are, and pick a side of the split from what comes. All four are in the set's main style. Left out are names with digits, single letters, or words of shapes and
 * directions; parts that are one word in another spelling; drawings that are the same; and icons that have the other's
 * caption or part among their aliases and tags.
 *
 * @param icons of one or more sets; each set is looked at by itself
 * @returns sets in order of their first icon, a set's quads by chance
 * @throws {InputError} for what is no list of icons, or a limit below 1
 *
 * @example
 * const [quad] = duoQuads(corpus.icons, { seed: 1 });
 * quad?.objects; // ['git pull request', 'issue']
 */
export function duoQuads(icons: readonly Icon[], options: DuoLimits = {}): DuoQuad[] {
  checkIcons('duoQuads', 'icons', icons);
  return quadsOfGrids(duoGrids(icons), duoLimitTable('duoQuads').read(options)).map(
    ({ isTailSign: _, ...quad }) => quad,
  );
}

/** A quad, and whether its names end in their signs. */
interface QuadOfGrid extends DuoQuad {
  readonly isTailSign: boolean;
}

export function quadsOfGrids(
  grids: DuoGrids,
  { seed, ...limits }: DuoLimits & { readonly seed: number },
): QuadOfGrid[] {
  return [...grids.sets].flatMap(([name, grid]) => {
    const random = createRandom(hashNumbers([seed, hashText(name)]));
    return sampled(random.shuffle(quadsOf(grid, random)), limits).map(({ heads, tails }) => {
      const isTailSign = grids.lastness(tails) >= grids.lastness(heads);
      const [objects, signs] = isTailSign ? [heads, tails] : [tails, heads];
      const of = (object: string, sign: string) =>
        isTailSign ? grid.get(object)!.get(sign)! : grid.get(sign)!.get(object)!;
      const [a, b] = objects;
      const [x, y] = signs;
      const icons = [of(a, x), of(b, y), of(a, y), of(b, x)] as const;
      const { set, family } = icons[0];
      return { id: icons.map(({ id }) => id).join(' '), set, family, icons, objects, signs, isTailSign };
    });
  });
}

/** Icons of a set by the two parts of their names. */
type DuoGrid = ReadonlyMap<string, ReadonlyMap<string, Icon>>;

interface DuoGrids {
  readonly sets: ReadonlyMap<string, DuoGrid>;
  /** How often these end a name and do not begin it, from 0 to 1 each, added up. A part counts once for each other part. */
  lastness(parts: readonly string[]): number;
}

/** The names of each set, cut at each place, as head → tail → icon. */
export function duoGrids(icons: readonly Icon[]): DuoGrids {
  const sets = new Map<string, Map<string, Map<string, Icon>>>();
  const before = new Map<string, Set<string>>();
  const behind = new Map<string, Set<string>>();
  const note = (where: Map<string, Set<string>>, part: string, other: string) =>
    where.set(part, (where.get(part) ?? new Set<string>()).add(other));
  for (const icon of mainDrawings(icons)) {
    if (icon.words.length < 2 || !icon.words.every(isPlain)) continue;
    const grid = sets.get(icon.set) ?? new Map<string, Map<string, Icon>>();
    sets.set(icon.set, grid);
    for (let cut = 1; cut < icon.words.length; cut++) {
      const [head, tail] = [icon.words.slice(0, cut).join(' '), icon.words.slice(cut).join(' ')];
      const row = grid.get(head) ?? new Map<string, Icon>();
      grid.set(head, row.set(tail, icon));
      note(behind, head, tail);
      note(before, tail, head);
    }
  }
  return {
    sets,
    lastness: (parts) =>
      parts.reduce((sum, part) => {
        const [last, first] = [before.get(part)?.size ?? 0, behind.get(part)?.size ?? 0];
        return sum + last / Math.max(1, last + first);
      }, 0),
  };
}

function isPlain(word: string): boolean {
  return /^[a-z]{2,}$/.test(word) && !FORMS.has(word);
}

interface Found {
  readonly heads: readonly [string, string];
  readonly tails: readonly [string, string];
}

function quadsOf(grid: DuoGrid, random: Random): Found[] {
  const stemOf = createStems();
  const byTails = new Map<string, { readonly tails: readonly [string, string]; readonly heads: string[] }>();
  for (const [head, row] of grid) {
    const tails = random.some([...row.keys()].sort(), MAX_TOGETHER).sort();
    tails.forEach((x, at) => {
      for (const y of tails.slice(at + 1)) {
        const key = `${x}\n${y}`;
        const both = byTails.get(key);
        if (both === undefined) byTails.set(key, { tails: [x, y], heads: [head] });
        else both.heads.push(head);
      }
    });
  }
  const found: Found[] = [];
  for (const { tails, heads } of byTails.values()) {
    const some = random.some(heads, MAX_TOGETHER).sort();
    some.forEach((a, at) => {
      for (const b of some.slice(at + 1)) {
        if (isFair(grid, [a, b], tails, stemOf)) found.push({ heads: [a, b], tails });
      }
    });
  }
  return found;
}

/** Whether four different things are said and drawn. */
function isFair(
  grid: DuoGrid,
  [a, b]: Found['heads'],
  [x, y]: Found['tails'],
  stemOf: (word: string) => string,
): boolean {
  // No word twice: "chart" and "pie chart" are not two objects.
  const stems = [a, b, x, y].flatMap((part) => part.split(' ').map(stemOf));
  if (new Set(stems).size < stems.length) return false;
  const [ax, by, ay, bx] = [
    grid.get(a)!.get(x)!,
    grid.get(b)!.get(y)!,
    grid.get(a)!.get(y)!,
    grid.get(b)!.get(x)!,
  ];
  return (
    areDistinct(ax, ay, x, y) &&
    areDistinct(bx, by, x, y) &&
    areDistinct(ax, bx, a, b) &&
    areDistinct(ay, by, a, b)
  );
}

/** Those that no part, and no two parts, have too many of, in the order in which they come. */
function sampled(found: readonly Found[], limits: Omit<DuoLimits, 'seed'>): Found[] {
  const most = Number.POSITIVE_INFINITY;
  const { perPart = most, perPartPair = most, perSet = most } = limits;
  const counts = new Map<string, number>();
  const kept: Found[] = [];
  for (const quad of found) {
    if (kept.length >= perSet) break;
    const pairs = [quad.heads.join('\n'), quad.tails.join('\n')];
    const parts = [...quad.heads, ...quad.tails];
    const isFull = (key: string, share: number) => (counts.get(key) ?? 0) >= share;
    if (parts.some((key) => isFull(key, perPart)) || pairs.some((key) => isFull(key, perPartPair))) continue;
    for (const key of [...pairs, ...parts]) counts.set(key, (counts.get(key) ?? 0) + 1);
    kept.push(quad);
  }
  return kept;
}
