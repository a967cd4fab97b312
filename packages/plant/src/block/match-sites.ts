import type { Slot } from '../hard-negative';
import { hashPair } from '../hashes/hash-words';
import type { Random } from '../seeded-random';
import type { SiteTable } from '../sites/site-table';
import { type BlockState, type Draft, none } from './draft';
import { type Evidence, evidence } from './evidence';
import { demand } from './word-fits';

/** What two places must have in common, and how much evidence both words need in both. */
export interface Level {
  readonly key: (site: number, sites: SiteTable) => number;
  readonly evidence: Evidence;
}

/** The strictest first. */
export const levels = {
  /** The same two words on each side: nothing changes in the block but who says what. */
  twoWords: {
    key: (site, sites) =>
      keyOf(
        keyOf(sites.bucket(site), sites.l1(site), sites.l2(site), sites.kl1(site), sites.kl2(site)),
        sites.r1(site),
        sites.r2(site),
        sites.kr1(site),
        sites.kr2(site),
      ),
    evidence: evidence.none,
  },
  wordBefore: {
    key: (site, sites) => keyOf(sites.bucket(site), sites.kl1(site), 2),
    evidence: evidence.full,
  },
  oneWordInFamily: {
    key: (site, sites) =>
      keyOf(sites.family(site), sites.l1(site), sites.kl1(site), sites.r1(site), sites.kr1(site)),
    evidence: evidence.full,
  },
  kindWithLess: { key: (site, sites) => sites.bucket(site), evidence: evidence.most },
  kindWithLeast: { key: (site, sites) => sites.bucket(site), evidence: evidence.some },
} satisfies Record<string, Level>;

function keyOf(start: number, a: number, b: number, c = 0, d = 0): number {
  return hashPair(hashPair(hashPair(hashPair(start, a), b), c), d);
}

/** For each partner that is looked at so many are passed on the way, most of them for being the same word. */
const mostPassed = 6;

/** How partners are looked for at each of some levels. */
export interface Round {
  readonly mostCost: number;
  /** How many partners are looked at for a place. */
  readonly candidates: number;
  /** Whether each thing must be known to go with all else that the caption names. */
  readonly isStrict: boolean;
  readonly levels: readonly Level[];
}

/**
 * Pairs off places of one slot that have what the level asks for in common, each with the partner of least cost among
 * the next ones, until the slot has so many changes; the places come in random order.
 */
export function matchSites(
  places: readonly number[],
  { key: keyAt, evidence: wanted }: Level,
  { mostCost, candidates, isStrict }: Round,
  slot: Slot,
  mostTaken: number,
  { ledger, fits, draft }: BlockState,
): void {
  const { sites } = ledger;
  const asked = demand(wanted, isStrict);
  for (const group of groupsOf(places, keyAt, sites, draft)) {
    for (let i = 0; i + 1 < group.length; i += 1) {
      const a = group[i]!;
      if (!draft.isFree(a)) continue;
      if (draft.taken(slot) >= mostTaken) return;
      const caption = sites.caption(a);
      let best = none;
      let least = mostCost;
      const end = Math.min(group.length, i + 1 + candidates * mostPassed);
      for (let j = i + 1, tried = 0; j < end && tried < candidates; j += 1) {
        const b = group[j]!;
        if (!fits.suits(a, b, asked) || sites.caption(b) === caption || !draft.isFree(b)) continue;
        tried += 1;
        if (!fits.suits(b, a, asked)) continue;
        const cost = wanted === evidence.none ? 0 : ledger.costOfExchange(a, b);
        if (cost > least || (best !== none && cost === least)) continue;
        if (!fits.mayTake(a, b) || !fits.mayTake(b, a)) continue;
        best = b;
        least = cost;
        if (cost <= 0) break;
      }
      if (best !== none) draft.exchange(a, best);
    }
  }
}

/** Free places by their key, in the order of each key's first; most keys are of one place, which makes no group. */
function groupsOf(
  places: readonly number[],
  keyAt: Level['key'],
  sites: SiteTable,
  draft: Draft,
): Iterable<number[]> {
  const firsts: number[] = [];
  const groups: (number[] | undefined)[] = [];
  let length = 64;
  while (length < 2 * places.length) length *= 2;
  const keys = new Int32Array(length);
  /** Number of the key's group, from 1; 0 where there is none. */
  const numbers = new Int32Array(length);
  for (const site of places) {
    if (!draft.isFree(site)) continue;
    const key = keyAt(site, sites);
    let at = Math.imul(key, 0x9e3779b1) & (length - 1);
    while (numbers[at] !== 0 && keys[at] !== key) at = (at + 1) & (length - 1);
    const number = numbers[at]!;
    if (number === 0) {
      keys[at] = key;
      firsts.push(site);
      groups.push(undefined);
      numbers[at] = groups.length;
      continue;
    }
    const group = groups[number - 1];
    if (group) group.push(site);
    else groups[number - 1] = [firsts[number - 1]!, site];
  }
  return groups.filter((group) => group !== undefined);
}

export function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
