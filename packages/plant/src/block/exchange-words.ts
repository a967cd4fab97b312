import type { Slot } from '../hard-negative';
import { slots as allSlots } from '../options';
import type { BlockReading } from '../sites/block-reading';
import type { SiteTable } from '../sites/site-table';
import type { BlockState, Draft } from './draft';
import { levels, matchSites, type Round, shuffle } from './match-sites';
import { rematchSites } from './rematch-sites';
import { ceiling, floor } from './shares';

/** The slots, the scarce ones first. */
const order: readonly Slot[] = ['count', 'relation', 'action', 'attribute', 'object'];
const { twoWords, wordBefore, oneWordInFamily, kindWithLess, kindWithLeast } = levels;
/** From what costs nothing to what costs much, since every caption is to have its negative. */
const cheap: Round = {
  mostCost: 1,
  candidates: 32,
  isStrict: true,
  levels: [twoWords],
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
/** Whatever comes first by the policy. */
export const anyRank = Number.POSITIVE_INFINITY;
/** Below this number of places that are not the policy's choice, they need no round of their own. */
const fewOthers = 0.2;

/**
 * Pairs off the captions of a block: two places give each other their words, those with most in common first.
 *
 * With balance, the policy's choice within each slot comes before its other places, as long as it costs little;
 * without, only the policy's first choices of the caption are changed, up to `mostRank`.
 */
export function exchangeWords(block: BlockReading, mostRank: number, state: BlockState): void {
  const { size, sites } = block;
  const { options, random, draft } = state;
  const bySlot = new Map<Slot, number[]>(allSlots.map((slot) => [slot, []]));
  for (let site = 0; site < sites.size; site += 1) bySlot.get(sites.slot(site))!.push(site);
  for (const places of bySlot.values()) shuffle(places, random);
  if (options.balance === 'none') {
    for (const round of rounds) for (const slot of order) run(round, slot, 1, mostRank);
    return;
  }
  const hasOthers = new Set(allSlots.filter((slot) => hasOtherRanks(bySlot.get(slot)!, sites)));
  // A slot that falls short of its floor has tried all it has.
  const open = order.filter((slot) => {
    if (slot === 'object') return true;
    turn(slot, floor);
    return draft.taken(slot) >= floor * size;
  });
  for (const slot of open) if (hasOthers.has(slot)) run(cheap, slot, shareOf(slot), 0);
  for (const round of rounds) for (const slot of open) run(round, slot, shareOf(slot), anyRank);
  rematchSites(
    order.flatMap((slot) => bySlot.get(slot)!),
    block,
    state,
  );

  function shareOf(slot: Slot): number {
    return slot === 'object' ? 1 : ceiling;
  }

  function turn(slot: Slot, share: number): void {
    if (hasOthers.has(slot)) run(cheap, slot, share, 0);
    for (const round of [...rounds, scarce]) run(round, slot, share, anyRank);
  }

  function run(round: Round, slot: Slot, share: number, mostRank: number): void {
    const most = share * size;
    if (draft.taken(slot) >= most) return;
    const places = freePlaces(bySlot.get(slot)!, mostRank, sites, draft);
    for (const level of round.levels) matchSites(places, level, round, slot, most, state);
  }
}

/** Whether a first round for the policy's choices alone is worth its time. */
function hasOtherRanks(places: readonly number[], sites: SiteTable): boolean {
  let others = 0;
  for (const site of places) if (sites.rank(site) > 0) others += 1;
  return others > fewOthers * places.length;
}

function freePlaces(
  places: readonly number[],
  mostRank: number,
  sites: SiteTable,
  draft: Draft,
): readonly number[] {
  const free: number[] = [];
  for (const site of places) if (draft.isFree(site) && sites.rank(site) <= mostRank) free.push(site);
  return free;
}
