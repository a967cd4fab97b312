import type { Random } from '../seeded-random';
import type { Evidence } from './evidence';
import { suits } from './evidence';
import type { Ledger } from './ledger';
import { hashPair } from './sequences';
import type { Site } from './site';

/** What two places must have in common, and how well both words must be attested in both. */
export interface Level {
  readonly key: (site: Site) => number;
  readonly evidence: Evidence;
}

/** The strictest first. */
export const levels = {
  /** The same two words on each side: nothing changes in the block but who says what. */
  twoWords: {
    key: ({ bucket, l1, l2, kl1, kl2, r1, r2, kr1, kr2 }) =>
      keyOf(keyOf(bucket, l1, l2, kl1, kl2), r1, r2, kr1, kr2),
    evidence: 'same',
  },
  oneWord: {
    key: ({ bucket, l1, kl1, r1, kr1 }) => keyOf(bucket, l1, kl1, r1, kr1),
    evidence: 'full',
  },
  wordBefore: { key: ({ bucket, kl1 }) => keyOf(bucket, kl1, 2), evidence: 'full' },
  oneWordInFamily: {
    key: ({ family, l1, kl1, r1, kr1 }) => keyOf(family, l1, kl1, r1, kr1),
    evidence: 'full',
  },
  kindWithLess: { key: ({ bucket }) => bucket, evidence: 'most' },
  family: { key: ({ family }) => family, evidence: 'full' },
  kindWithLeast: { key: ({ bucket }) => bucket, evidence: 'some' },
} satisfies Record<string, Level>;

function keyOf(start: number, a: number, b: number, c = 0, d = 0): number {
  return hashPair(hashPair(hashPair(hashPair(start, a), b), c), d);
}

/** So many partners are looked at for one place. */
const mostCandidates = 4;
/** So many are passed on the way, most of them for being the same word. */
const mostPassed = 24;

export interface Matching {
  readonly ledger: Ledger;
  /** Whether the words exclude each other, whatever the captions say. */
  readonly exclude: (a: Site, b: Site) => boolean;
  /** Whether each of two places may take the other's word; refusals are counted. */
  readonly mayExchange: (a: Site, b: Site) => boolean;
  readonly isFree: (site: Site) => boolean;
  readonly exchange: (a: Site, b: Site) => void;
  /** Whether the slot has had its share. */
  readonly isFull: () => boolean;
}

/**
 * Pairs off places that have what the level asks for in common, each with the partner of least cost among the next
 * ones; the places come in random order.
 */
export function matchSites(
  sites: readonly Site[],
  { key: keyAt, evidence }: Level,
  mostCost: number,
  effort: number,
  { ledger, exclude, mayExchange, isFree, exchange, isFull }: Matching,
): void {
  for (const group of groupsOf(sites, keyAt, isFree)) {
    for (let i = 0; i + 1 < group.length; i += 1) {
      const a = group[i]!;
      if (!isFree(a)) continue;
      if (isFull()) return;
      let best: Site | undefined;
      let least = mostCost;
      const end = Math.min(group.length, i + 1 + effort * mostPassed);
      for (let j = i + 1, tried = 0; j < end && tried < effort * mostCandidates; j += 1) {
        const b = group[j]!;
        if (b.lemmaHash === a.lemmaHash || b.caption === a.caption || !isFree(b)) continue;
        if (!exclude(a, b)) continue;
        tried += 1;
        const isSame = evidence === 'same';
        if (!isSame && !(suits(a, b, ledger, evidence) && suits(b, a, ledger, evidence))) continue;
        const cost = isSame ? 0 : ledger.costOfExchange(a, b);
        if (cost > least || (best && cost === least) || !mayExchange(a, b)) continue;
        best = b;
        least = cost;
        if (cost <= 0) break;
      }
      if (best) exchange(a, best);
    }
  }
}

/** Free places by their key, in the order of each key's first; most keys are of one place, which makes no group. */
function groupsOf(
  sites: readonly Site[],
  keyAt: (site: Site) => number,
  isFree: (site: Site) => boolean,
): Iterable<Site[]> {
  const firsts: (Site | undefined)[] = [];
  const groups: (Site[] | undefined)[] = [];
  let length = 64;
  while (length < 2 * sites.length) length *= 2;
  const keys = new Int32Array(length);
  /** Place of the key among the groups, from 1; 0 where there is none. */
  const places = new Int32Array(length);
  for (const site of sites) {
    if (!isFree(site)) continue;
    const key = keyAt(site);
    let at = Math.imul(key, 0x9e3779b1) & (length - 1);
    while (places[at] !== 0 && keys[at] !== key) at = (at + 1) & (length - 1);
    const place = places[at]!;
    if (place === 0) {
      keys[at] = key;
      firsts.push(site);
      groups.push(undefined);
      places[at] = groups.length;
      continue;
    }
    const group = groups[place - 1];
    if (group) group.push(site);
    else groups[place - 1] = [firsts[place - 1]!, site];
  }
  return groups.filter((group) => group !== undefined);
}

export function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
