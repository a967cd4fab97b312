import type { Balance, Policy } from '../options';
import { handicapOfPoint } from '../scores/objective';
import { fractionOf, gumbel, type Random } from '../seeded-random';
import type { BlockReading } from '../sites/block-reading';
import type { Draft } from './draft';
import { groupOf } from './quotas';

/** Ratings that differ by less are ties: the error of an estimate. */
const tie = 0.3;

/** How sites of a caption are ordered. */
export interface SiteOrder {
  readonly policy: Policy;
  /** Of the policy `weighted`, in points of concreteness. */
  readonly temperature: number;
  readonly balance: Balance;
}

/** The price of a rank, in nats: more than any surprisal and handicap. */
export const priceOfRank = 64;

/** Handicaps, in nats, that are allowed one after the other: half a point of concreteness, then any. */
const handicaps = [handicapOfPoint / 2, priceOfRank / 2];

/**
 * Prices the sites of each caption, in nats: what an edit there costs beside its surprisal. `max` and `min`: a handicap for
 * each point of concreteness that the word is further than 0.3 from the most (least) concrete one. `random` and `weighted`:
 * one site a rank, in an order that is drawn, so that no surprisal makes up for a place. With quotas the sites of the
 * caption's own share come a rank before its others, and those of a slot that has changed already a rank behind.
 *
 * @param shares for each caption the group of its share, by `groupOf`; below 0 for none
 * @returns bounds on prices beside the surprisal, of which each is to be used up before the next one is asked
 */
export function setPrices(
  block: BlockReading,
  { edits }: Pick<Draft, 'edits'>,
  { policy, temperature, balance }: SiteOrder,
  shares: Int32Array,
  random: Random,
): number[] {
  const { sites } = block;
  const isRanked = policy === 'random' || policy === 'weighted';
  let last = 0;
  for (let caption = 0; caption < block.size; caption += 1) {
    const changed = edits[caption]!.map(({ site }) => sites.slot(site));
    const keyed: { site: number; key: number; class: number }[] = [];
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      const isShare = shares[caption]! >= 0 && groupOf(site, block, balance) === shares[caption];
      keyed.push({
        site,
        key: keyOf(sites.span(site).concreteness, policy, temperature, random),
        class: (isShare ? 0 : 2) + (changed.includes(sites.slot(site)) ? 1 : 0),
      });
    }
    keyed.sort((a, b) => a.class - b.class || b.key - a.key || a.site - b.site);
    const top = Math.max(...keyed.map(({ key }) => key));
    let rank = 0;
    for (const [i, each] of keyed.entries()) {
      if (i > 0 && (isRanked || each.class !== keyed[i - 1]!.class)) rank += 1;
      const handicap = isRanked ? 0 : handicapOfPoint * Math.max(0, top - each.key - tie);
      sites.setPrice(each.site, rank * priceOfRank + handicap);
    }
    last = Math.max(last, rank);
  }
  const steps = isRanked ? handicaps.slice(-1) : handicaps;
  return Array.from({ length: last + 1 }, (_, rank) => steps.map((step) => rank * priceOfRank + step)).flat();
}

/** The larger, the earlier. With Gumbel noise the first site is a draw from the softmax. */
function keyOf(concreteness: number, policy: Policy, temperature: number, random: Random): number {
  if (policy === 'max') return concreteness;
  if (policy === 'min') return -concreteness;
  return policy === 'random' ? fractionOf(random) : concreteness / temperature + gumbel(random);
}
