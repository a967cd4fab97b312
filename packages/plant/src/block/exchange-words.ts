import type { Slot } from '../hard-negative';
import type { ResolvedOptions } from '../options';
import { slots as allSlots } from '../options';
import type { Random } from '../seeded-random';
import type { SwapChange, WordChange } from './change';
import type { Ledger } from './ledger';
import { type Level, levels, type Matching, matchSites } from './match-sites';
import type { BlockReading, Site } from './site';

/** The slots, the scarce ones first. */
const order: readonly Slot[] = ['count', 'relation', 'action', 'attribute', 'object'];
/** With balance, each slot has its turn until it has changed so large a part of the captions; what is left is for all. */
const floor = 0.12;
/** No slot but objects takes more than this. */
const ceiling = 0.25;

interface Round {
  /** Only the policy's choice within each slot, or all places in the policy's order. */
  readonly first: boolean;
  readonly mostCost: number;
  readonly levels: readonly Level[];
}

const { twoWords, oneWord, wordBefore, oneWordInFamily, wordBeforeInFamily, kindWithLess, family } = levels;
const firstRounds: readonly Round[] = [
  { first: true, mostCost: 1, levels: [twoWords, oneWord, wordBefore] },
  { first: false, mostCost: 1, levels: [twoWords, oneWord, wordBefore, oneWordInFamily, kindWithLess] },
];
const rounds: readonly Round[] = [
  { first: false, mostCost: 3, levels: [wordBefore, wordBeforeInFamily, kindWithLess] },
  { first: false, mostCost: 9, levels: [wordBefore, kindWithLess] },
];
const lastRound: Round = { first: false, mostCost: 40, levels: [kindWithLess, family] };

export interface BlockState {
  readonly options: ResolvedOptions;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly isFree: (site: Site) => boolean;
  readonly exclude: (a: Site, b: Site) => boolean;
  /** Whether a place may take another one's word, given what its caption and its siblings say; refusals are counted. */
  readonly mayTake: (site: Site, giver: Site) => boolean;
  readonly take: (...changes: readonly WordChange[]) => void;
  /** Takes a swap of two places, unless it has been made before. */
  readonly takeSwap: (change: SwapChange, a: Site, b: Site) => boolean;
  /** How many changes each slot has by now. */
  readonly taken: Readonly<Record<Slot, number>>;
}

/** Pairs off the captions of a block: two places give each other their words, those with most in common first. */
export function exchangeWords(readings: readonly BlockReading[], state: BlockState): void {
  const { options, ledger, random, isFree, exclude, mayTake, take, taken } = state;
  const bySlot = new Map<Slot, Site[]>(allSlots.map((slot) => [slot, []]));
  for (const { sites } of readings) for (const site of sites) bySlot.get(site.span.slot)!.push(site);
  const run = ({ first, mostCost, levels: steps }: Round, slot: Slot, share: number) => {
    const matching: Matching = {
      ledger,
      random,
      isFree,
      exclude,
      mayExchange: (a, b) => mayTake(a, b) && mayTake(b, a),
      exchange(a, b) {
        take({ site: a, giver: b, operation: 'exchange' }, { site: b, giver: a, operation: 'exchange' });
      },
      isFull: () => taken[slot] >= share * readings.length,
    };
    if (matching.isFull()) return;
    const sites = bySlot.get(slot)!.filter((site) => isFree(site) && (!first || site.rank === 0));
    for (const level of steps) matchSites(sites, level, mostCost, matching);
  };
  const all = [...firstRounds, ...rounds];
  if (options.balance === 'slots') {
    for (const slot of order) {
      if (slot !== 'object') for (const round of [...all, lastRound]) run(round, slot, floor);
    }
  }
  const most = options.balance === 'slots' ? ceiling : 1;
  for (const round of [...all, lastRound]) {
    for (const slot of order) run(round, slot, slot === 'object' ? 1 : most);
  }
}
