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
    key: ({ bucket, around: { l1, l2, kl1, kl2, r1, r2, kr1, kr2 } }) =>
      keyOf(keyOf(bucket, l1, l2, kl1, kl2), r1, r2, kr1, kr2),
    evidence: 'same',
  },
  oneWord: {
    key: ({ bucket, around: { l1, kl1, r1, kr1 } }) => keyOf(bucket, l1, kl1, r1, kr1),
    evidence: 'full',
  },
  wordBefore: { key: ({ bucket, around: { kl1 } }) => keyOf(bucket, kl1, 2), evidence: 'full' },
  oneWordInFamily: {
    key: ({ family, around: { l1, kl1, r1, kr1 } }) => keyOf(family, l1, kl1, r1, kr1),
    evidence: 'full',
  },
  kindWithLess: { key: ({ bucket }) => bucket, evidence: 'most' },
  family: { key: ({ family }) => family, evidence: 'full' },
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
  /** Whether each of two places may take the other's word; refusals are counted. */
  /** Whether the words exclude each other, whatever the captions say. */
  readonly exclude: (a: Site, b: Site) => boolean;
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
  { ledger, exclude, mayExchange, isFree, exchange, isFull }: Matching,
): void {
  const groups = new Map<number, Site[]>();
  for (const site of sites) {
    if (!isFree(site)) continue;
    const key = keyAt(site);
    const group = groups.get(key);
    if (group) group.push(site);
    else groups.set(key, [site]);
  }
  for (const group of groups.values()) {
    for (let i = 0; i + 1 < group.length; i += 1) {
      const a = group[i]!;
      if (!isFree(a)) continue;
      if (isFull()) return;
      let best: Site | undefined;
      let least = mostCost;
      const effort = mostCost > 9 ? 2 : 1;
      const end = Math.min(group.length, i + 1 + effort * mostPassed);
      for (let j = i + 1, tried = 0; j < end && tried < effort * mostCandidates; j += 1) {
        const b = group[j]!;
        if (b.word.lemmaHash === a.word.lemmaHash || b.caption === a.caption || !isFree(b)) continue;
        if (!exclude(a, b)) continue;
        tried += 1;
        const isSame = evidence === 'same';
        if (!isSame && !(suits(a, b.word, ledger, evidence) && suits(b, a.word, ledger, evidence))) continue;
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

export function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
