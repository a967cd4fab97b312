import type { Random } from '../seeded-random';
import { type Corpus, hashBinding, siteKey } from './corpus';
import type { Ledger } from './ledger';
import { hashPair, hashWord } from './sequences';
import type { Site } from './site';

/** How much two places must have in common. */
export interface Level {
  readonly name: string;
  readonly key: (site: Site) => number;
  /** How well both words must be attested in both places; where the surroundings are the same they are. */
  readonly evidence: Evidence;
}

/** `same`: none is needed; `full`: before, after and under the governor; `most`: in two of these; `some`: in one. */
export type Evidence = 'same' | 'full' | 'most' | 'some';

/** The strictest first. */
export const levels: readonly Level[] = [
  {
    name: 'same two words on each side',
    key: ({ bucket, around: { l1, l2, kl1, kl2, r1, r2, kr1, kr2 } }) =>
      siteKey(bucket, l1, l2, kl1, kl2, r1, r2, kr1, kr2),
    evidence: 'same',
  },
  {
    name: 'same word on each side',
    key: ({ bucket, around: { l1, kl1, r1, kr1 } }) => siteKey(bucket, l1, kl1, r1, kr1),
    evidence: 'full',
  },
  {
    name: 'same governor and next word',
    key: ({ bucket, governor, around: { r1 } }) => siteKey(bucket, governor, r1, 1),
    evidence: 'full',
  },
  { name: 'same word before', key: ({ bucket, around: { kl1 } }) => siteKey(bucket, kl1, 2), evidence: 'full' },
  { name: 'same word after', key: ({ bucket, around: { kr1 } }) => siteKey(bucket, kr1, 3), evidence: 'full' },
  { name: 'same kind', key: ({ bucket }) => siteKey(bucket, 4), evidence: 'full' },
  {
    name: 'same family and word on each side',
    key: ({ family, around: { l1, kl1, r1, kr1 } }) => siteKey(family, l1, kl1, r1, kr1),
    evidence: 'full',
  },
  { name: 'same family and word before', key: ({ family, around: { kl1 } }) => siteKey(family, kl1, 5), evidence: 'full' },
  { name: 'same kind, most of the evidence', key: ({ bucket }) => siteKey(bucket, 4), evidence: 'most' },
  { name: 'same family', key: ({ family }) => siteKey(family, 6), evidence: 'full' },
];

const mostCandidates = 16;

export interface Matching {
  readonly corpus: Corpus;
  readonly ledger: Ledger;
  readonly random: Random;
  /** Whether each of two places may take the other's word; refusals are counted. */
  readonly mayExchange: (a: Site, b: Site) => boolean;
  readonly isFree: (site: Site) => boolean;
  readonly exchange: (a: Site, b: Site) => void;
}

/** Pairs off places at one level; stops once `enough` says so. */
export function matchSites(
  sites: readonly Site[],
  level: Level,
  mostCost: number,
  { corpus, ledger, random, mayExchange, isFree, exchange }: Matching,
  enough: () => boolean,
): void {
  const { evidence } = level;
  const groups = new Map<number, Site[]>();
  for (const site of sites) {
    if (!isFree(site)) continue;
    const key = level.key(site);
    const group = groups.get(key);
    if (group) group.push(site);
    else groups.set(key, [site]);
  }
  const lists = [...groups.values()].filter((group) => group.length > 1);
  shuffle(lists, random);
  for (const group of lists) {
    shuffle(group, random);
    for (let i = 0; i < group.length; i += 1) {
      const a = group[i]!;
      if (!isFree(a)) continue;
      if (enough()) return;
      let best: Site | undefined;
      let least = mostCost + 1e-9;
      for (let j = i + 1, tried = 0; j < group.length && tried < mostCandidates; j += 1) {
        const b = group[j]!;
        if (b.word.lemmaHash === a.word.lemmaHash || b.caption === a.caption || !isFree(b)) continue;
        tried += 1;
        if (evidence !== 'same' && !(suits(a, b, corpus, evidence) && suits(b, a, corpus, evidence))) continue;
        const cost = ledger.cost(a, b);
        if (cost > least || (best && cost === least) || !mayExchange(a, b)) continue;
        best = b;
        least = cost;
        if (cost <= -2) break;
      }
      if (best) exchange(a, best);
    }
  }
}

const neutral = new Set(
  'and with on in at is are that near next to of as while for by who which'.split(' ').map(hashWord),
);

const besides = new Set(['next to', 'beside', 'in front of', 'behind']);

/** Whether the corpus shows that the word of one place can stand in another one. */
export function suits(
  { around, governor, span, compound }: Site,
  { word }: Site,
  corpus: Corpus,
  evidence: Evidence,
): boolean {
  const { kl1, r1 } = around;
  const bound = governor === 0 || corpus.attested(hashBinding(governor, word.lemmaHash));
  // A size, a colour or an age suits nearly anything of its sort; the table of what fits says the rest.
  if (span.slot === 'attribute') return bound || evidence !== 'full';
  // Anything can have anything beside it, before it or behind it; what it carries and holds the corpus must show.
  if (span.slot === 'relation') return bound || besides.has(word.lemma);
  if (span.slot === 'count') return bound || !word.lemma.includes(' of');
  const right = r1 === 0 || (neutral.has(r1) && !compound) || corpus.attested(hashPair(word.last, r1));
  if (span.slot === 'action') return bound && right;
  const left = kl1 === 0 || corpus.attested(hashPair(kl1, word.firstKept));
  if (evidence === 'full' || compound) return bound && right && left;
  return evidence === 'most' ? bound && (right || left) : bound || (right && left);
}

function shuffle<T>(items: T[], random: Random): void {
  for (let i = items.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
