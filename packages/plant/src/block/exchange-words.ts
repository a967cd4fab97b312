import type { Slot } from '../hard-negative';
import type { ResolvedOptions } from '../options';
import { slots as allSlots } from '../options';
import type { Random } from '../seeded-random';
import type { BlockReading } from './block-reading';
import type { SwapChange, WordChange } from './change';
import type { Ledger } from './ledger';
import { type Level, levels, type Matching, matchSites, shuffle } from './match-sites';
import { rematchSites } from './rematch-sites';
import type { WordFits } from './word-fits';

/** The slots, the scarce ones first. */
const order: readonly Slot[] = ['count', 'relation', 'action', 'attribute', 'object'];
/** With balance, each slot has its turn until it has changed so large a part of the captions; what is left is for all. */
export const floor = 0.12;
/** No slot but objects takes more than this. */
const ceiling = 0.25;

interface Round {
  readonly mostCost: number;
  /** How many partners are looked at for a place. */
  readonly candidates: number;
  /** Whether each thing must be known to go with all else that the caption names. */
  readonly isStrict: boolean;
  readonly levels: readonly Level[];
}

const { twoWords, oneWord, wordBefore, oneWordInFamily, kindWithLess, kindWithLeast } = levels;
/** From what costs nothing to what costs much, since every caption is to have its negative. */
const cheap: Round = {
  mostCost: 1,
  candidates: 32,
  isStrict: true,
  levels: [twoWords, oneWord],
};
const fair: Round = { mostCost: 6, candidates: 32, isStrict: true, levels: [wordBefore] };
const dear: Round = {
  mostCost: 12,
  candidates: 32,
  isStrict: false,
  levels: [oneWordInFamily, kindWithLess],
};
const rounds = [cheap, fair, dear];
/** For a slot that would fall short. */
const scarce: Round = { mostCost: 90, candidates: 96, isStrict: true, levels: [kindWithLeast] };
/** No place. */
export const none = -1;
/** Whatever comes first by the policy. */
export const anyRank = Number.POSITIVE_INFINITY;
/** Where fewer places than this are not the policy's choice, they need no turn of their own. */
const fewOthers = 0.2;

export interface BlockState {
  readonly options: ResolvedOptions;
  readonly ledger: Ledger;
  readonly random: Random;
  readonly isFree: (site: number) => boolean;
  readonly fits: WordFits;
  /** Whether two things lie far from each other in WordNet. */
  readonly isFar: (a: number, b: number) => boolean;
  readonly take: (change: WordChange) => void;
  /** Takes back the last change of a caption. */
  readonly takeBack: (change: WordChange) => void;
  /** Two places give each other their words. */
  readonly exchange: (a: number, b: number) => void;
  /** Takes an exchange back. */
  readonly part: (a: number, b: number) => void;
  /** The place that a caption exchanged a word at, and the place that it exchanged it with; `none` for none. */
  readonly pairedAt: (caption: number) => number;
  readonly pairedWith: (caption: number) => number;
  /** Takes a swap of two places, unless it has been made before. */
  readonly takeSwap: (change: SwapChange, a: number, b: number) => boolean;
  /** Replacements that would give their captions away, for those that find nothing better. */
  readonly fallbacks: Map<number, WordChange>;
  /** How many changes each slot has by now. */
  readonly taken: Readonly<Record<Slot, number>>;
}

/**
 * Pairs off the captions of a block: two places give each other their words, those with most in common first.
 *
 * With balance, the policy's choice within each slot comes before its other places, as long as it costs little;
 * without, only the policy's first choices of the caption are changed, up to `mostRank`.
 */
export function exchangeWords(block: BlockReading, mostRank: number, state: BlockState): void {
  const { size, sites } = block;
  const { options, ledger, fits, random, isFree, exchange, taken } = state;
  const bySlot = new Map<Slot, number[]>(allSlots.map((slot) => [slot, []]));
  for (let site = 0; site < sites.size; site += 1) bySlot.get(sites.slot(site))!.push(site);
  for (const places of bySlot.values()) shuffle(places, random);
  const isBalanced = options.balance === 'slots';
  const hasOthers = (slot: Slot) => {
    const places = bySlot.get(slot)!;
    return places.filter((site) => sites.rank(site) > 0).length > fewOthers * places.length;
  };
  if (!isBalanced) {
    for (const round of rounds) for (const slot of order) run(round, slot, 1, mostRank);
    return;
  }
  // A slot that falls short of its floor has tried all it has.
  const open = order.filter((slot) => {
    if (slot === 'object') return true;
    turn(slot, floor);
    return taken[slot] >= floor * size;
  });
  for (const slot of open) if (hasOthers(slot)) run(cheap, slot, shareOf(slot), 0);
  for (const round of rounds) for (const slot of open) run(round, slot, shareOf(slot), anyRank);
  rematchSites(
    order.flatMap((slot) => bySlot.get(slot)!),
    block,
    state,
    (site) => sites.slot(site) === 'object' || taken[sites.slot(site)] > floor * size + 2,
  );

  function shareOf(slot: Slot): number {
    return slot === 'object' ? 1 : ceiling;
  }

  function turn(slot: Slot, share: number): void {
    if (hasOthers(slot)) run(cheap, slot, share, 0);
    for (const round of [...rounds, scarce]) run(round, slot, share, anyRank);
  }

  function run(
    { mostCost, candidates, isStrict, levels: steps }: Round,
    slot: Slot,
    share: number,
    mostRank: number,
  ): void {
    const matching: Matching = {
      ledger,
      fits,
      isFree,
      exchange,
      isFull: () => taken[slot] >= share * size,
    };
    if (matching.isFull()) return;
    const places = bySlot.get(slot)!.filter((site) => isFree(site) && sites.rank(site) <= mostRank);
    for (const level of steps) matchSites(places, level, mostCost, candidates, isStrict, matching);
  }
}
