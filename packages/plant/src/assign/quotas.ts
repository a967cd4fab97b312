import { slots } from '../hard-negative';
import type { Balance } from '../options';
import type { Random } from '../seeded-random';
import type { BlockReading } from '../sites/block-reading';
import { shuffle } from './exchange';

/** A caption that is in no group. */
const noGroup = -1;
/** The upper ends of the bands of concreteness. */
const bands = [3, 4, 4.5, Number.POSITIVE_INFINITY];

/** The group of each site by its slot or by its band of concreteness. */
export function groupOf(site: number, { sites }: BlockReading, balance: Balance): number {
  if (balance === 'slots') return slots.indexOf(sites.slot(site));
  const { concreteness } = sites.span(site);
  return bands.findIndex((end) => concreteness < end);
}

/**
 * Gives each caption the group that its edit should be of, so that all groups have equal shares as far as the captions
 * allow: those with the least choice choose first, each the group that has fewest.
 */
export function shareOut(block: BlockReading, balance: Balance, random: Random): Int32Array {
  const shares = new Int32Array(block.size).fill(noGroup);
  if (balance === 'none') return shares;
  const choices: number[][] = [];
  for (let caption = 0; caption < block.size; caption += 1) {
    const groups = new Set<number>();
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      groups.add(groupOf(site, block, balance));
    }
    choices.push([...groups]);
  }
  const order = [...choices.keys()];
  shuffle(order, random);
  order.sort((a, b) => choices[a]!.length - choices[b]!.length);
  const taken = new Int32Array(Math.max(slots.length, bands.length));
  for (const caption of order) {
    let best = noGroup;
    for (const group of choices[caption]!) if (best < 0 || taken[group]! < taken[best]!) best = group;
    shares[caption] = best;
    if (best >= 0) taken[best]! += 1;
  }
  return shares;
}
