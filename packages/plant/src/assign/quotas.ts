import { slots } from '../hard-negative';
import type { Balance } from '../options';
import { senseNeeded } from '../scores/objective';
import type { BlockReading } from '../sites/block-reading';
import type { BlockState } from './state';
import { bestSwap } from './swap';

/** A caption that is in no group. */
const noGroup = -1;
/** The upper ends of the bands of concreteness. */
const bands = [3, 4, 4.5, Number.POSITIVE_INFINITY];

/** The groups of `composition` behind the slots, whose first is that of the things that are no persons. */
const persons = slots.length;
export const swaps = persons + 1;
/**
 * How large a share each group is to have, beside the others: the slots in their order, persons, swaps. Things have a quarter and
 * relations half, since readers found less sense in them; of swaps, which few captions have, all are taken.
 */
const weights = [0.25, 1, 1, 0.5, 1, 1, 8] as const;
/** So much sense, in nats, a group may need more than another one that has e times its share already. */
const priceOfShare = 0.1;

/** The group of each site: by its slot, by its band of concreteness, or by its kind. */
export function groupOf(site: number, { sites }: BlockReading, balance: Balance): number {
  const slot = slots.indexOf(sites.slot(site));
  if (balance === 'slots') return slot;
  if (balance === 'composition') return sites.span(site).noun?.person ? persons : slot;
  const { concreteness } = sites.span(site);
  return bands.findIndex((end) => concreteness < end);
}

/**
 * Gives each caption the group that its edit should be of, so that all groups have their shares as far as the captions
 * allow: those with the least choice choose first.
 */
export function shareOut(state: BlockState): Int32Array {
  const { block, options, random } = state;
  const { balance } = options;
  const shares = new Int32Array(block.size).fill(noGroup);
  if (balance === 'none') return shares;
  const surprises = balance === 'composition' ? leastSurprises(state) : undefined;
  const choices: number[][] = [];
  for (let caption = 0; caption < block.size; caption += 1) {
    if (!state.draft.isOpen(caption)) choices.push([]);
    else choices.push(surprises ? groupsOf(caption, surprises) : groupsOfSites(caption, block, balance));
  }
  const order = [...choices.keys()];
  random.shuffle(order);
  order.sort((a, b) => choices[a]!.length - choices[b]!.length);
  const taken = new Int32Array(Math.max(weights.length, bands.length));
  for (const { operation, site } of state.draft.edits.flat()) {
    taken[operation === 'swap' && balance === 'composition' ? swaps : groupOf(site, block, balance)]! += 1;
  }
  for (const caption of order) {
    const costOf = (group: number) =>
      surprises
        ? surprises[caption * weights.length + group]! +
          priceOfShare * Math.log((taken[group]! + 1) / weights[group]!)
        : taken[group]!;
    let best = noGroup;
    let least = Number.POSITIVE_INFINITY;
    for (const group of choices[caption]!) {
      const cost = costOf(group);
      if (cost >= least) continue;
      best = group;
      least = cost;
    }
    shares[caption] = best;
    if (best >= 0) taken[best]! += 1;
  }
  return shares;
}

function groupsOfSites(caption: number, block: BlockReading, balance: Balance): number[] {
  const groups = new Set<number>();
  for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
    groups.add(groupOf(site, block, balance));
  }
  return [...groups];
}

function groupsOf(caption: number, surprises: Float64Array): number[] {
  return [...weights.keys()].filter(
    (group) => surprises[caption * weights.length + group]! < Number.POSITIVE_INFINITY,
  );
}

/** For each caption and group of `composition` the least sense that an edit needs which passes the checks; infinite where there is none. */
function leastSurprises(state: BlockState): Float64Array {
  const { block, options, judge, offers, draft } = state;
  const surprises = new Float64Array(block.size * weights.length).fill(Number.POSITIVE_INFINITY);
  for (let caption = 0; caption < block.size; caption += 1) {
    if (!draft.isOpen(caption)) continue;
    const row = caption * weights.length;
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      const at = row + groupOf(site, block, 'composition');
      const start = offers.start(site);
      const end = offers.end(site);
      for (let offer = start; offer < end; offer += 1) {
        const giver = offers.giver(offer);
        const needed = senseNeeded(offers.surprise(offer), block.sites.slot(site));
        if (needed >= surprises[at]! || draft.hasGiven(site, giver)) continue;
        if (judge.mayTake(site, giver, 'replace')) surprises[at] = needed;
      }
    }
    const swap = options.operations.includes('swap') ? bestSwap(caption, state) : undefined;
    if (swap) surprises[row + swaps] = senseNeeded(swap.surprise, block.sites.slot(swap.site));
  }
  return surprises;
}
