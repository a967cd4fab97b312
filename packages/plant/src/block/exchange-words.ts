import type { Slot } from '../hard-negative';
import type { ResolvedOptions } from '../options';
import { slots as allSlots } from '../options';
import type { Random } from '../seeded-random';
import type { Change } from './change';
import type { Ledger } from './ledger';
import { type Level, levels, type Matching, matchSites } from './match-sites';
import type { BlockReading, Site } from './site';

/** Share of the captions that a slot may take before the next one has its turn; scarce slots come first. */
const shares: Readonly<Record<Slot, number>> = {
  count: 0.14,
  relation: 0.16,
  action: 0.2,
  attribute: 0.22,
  object: 1,
};
const order: readonly Slot[] = ['count', 'relation', 'action', 'attribute', 'object'];

interface Round {
  /** Only the policy's choice within each slot, or all places in the policy's order. */
  readonly first: boolean;
  readonly mostCost: number;
  readonly levels: readonly Level[];
}

const { twoWords, oneWord, wordBefore, oneWordInFamily, wordBeforeInFamily, kindWithLess, family } = levels;
const rounds: readonly Round[] = [
  { first: true, mostCost: 1, levels: [twoWords, oneWord, wordBefore] },
  { first: false, mostCost: 1, levels: [twoWords, oneWord, wordBefore, oneWordInFamily, kindWithLess] },
  { first: false, mostCost: 3, levels: [wordBefore, wordBeforeInFamily, kindWithLess] },
  { first: false, mostCost: 9, levels: [wordBefore, kindWithLess] },
  { first: false, mostCost: 40, levels: [kindWithLess, family] },
];

export interface BlockState {
  readonly options: ResolvedOptions;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly isFree: (site: Site) => boolean;
  readonly exclude: (a: Site, b: Site) => boolean;
  /** Whether a place may take another one's word, given what its caption and its siblings say; refusals are counted. */
  readonly mayTake: (site: Site, giver: Site) => boolean;
  readonly take: (...changes: readonly Change[]) => void;
  /** How many changes each slot has by now. */
  readonly taken: Readonly<Record<Slot, number>>;
}

/** Pairs off the captions of a block: two places give each other their words, those with most in common first. */
export function exchangeWords(readings: readonly BlockReading[], state: BlockState): void {
  const { options, ledger, random, isFree, exclude, mayTake, take, taken } = state;
  const bySlot = new Map<Slot, Site[]>(allSlots.map((slot) => [slot, []]));
  for (const { sites } of readings) for (const site of sites) bySlot.get(site.span.slot)!.push(site);
  const isBalanced = options.balance === 'slots';
  for (const { first, mostCost, levels: steps } of rounds) {
    for (const slot of order) {
      const share = isBalanced ? shares[slot] * readings.length : Number.POSITIVE_INFINITY;
      const matching: Matching = {
        ledger,
        random,
        isFree,
        exclude,
        mayExchange: (a, b) => mayTake(a, b) && mayTake(b, a),
        exchange(a, b) {
          take({ site: a, giver: b, operation: 'exchange' }, { site: b, giver: a, operation: 'exchange' });
        },
        isFull: () => taken[slot] >= share,
      };
      const sites = bySlot.get(slot)!.filter((site) => isFree(site) && (!first || site.rank === 0));
      for (const level of steps) if (!matching.isFull()) matchSites(sites, level, mostCost, matching);
    }
  }
}
