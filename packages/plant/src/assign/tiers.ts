import type { Balance, Policy } from '../options';
import { handicapOfPoint } from '../scores/objective';
import { fractionOf, gumbel, type Random } from '../seeded-random';
import type { BlockReading } from '../sites/block-reading';
import { groupOf } from './quotas';

/** Ratings that differ by less are ties: the error of an estimate. */
const tie = 0.3;

/** How sites of a caption are ordered. */
export interface SiteOrder {
  readonly policy: Policy;
  /** Of the policy `weighted`, in points of concreteness. */
  readonly temperature: number;
  readonly balance: Balance;
  /** The option `sense`. */
  readonly sense: number;
}

/** The price of a tier, in nats: more than any surprise and handicap. */
export const priceOfTier = 64;

/** The first bound on prices within a tier, in nats; each next one is twice as large. */
const firstBound = 0.08;

/**
 * Prices the sites of each caption, in nats: what an edit there costs beside its surprise. `max` and `min`: a handicap for
 * each point of concreteness that the word is further than 0.3 from the most (least) concrete one. `random` and `weighted`:
 * one site a tier, in an order that is drawn, so that no surprise makes up for a place. With quotas the sites of the
 * caption's own share come a tier before its others.
 *
 * @param shares for each caption the group of its share, by `groupOf`; below 0 for none
 * @returns bounds on prices, of which each is to be used up before the next one is asked
 */
export function setPrices(
  block: BlockReading,
  { policy, temperature, balance, sense }: SiteOrder,
  shares: Int32Array,
  random: Random,
): number[] {
  const { sites } = block;
  const isRanked = policy === 'random' || policy === 'weighted';
  let last = 0;
  let most = 0;
  for (let caption = 0; caption < block.size; caption += 1) {
    const keyed: { site: number; key: number; isShare: boolean }[] = [];
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      const key = keyOf(sites.span(site).concreteness, policy, temperature, random);
      keyed.push({
        site,
        key,
        isShare: shares[caption]! >= 0 && groupOf(site, block, balance) === shares[caption],
      });
    }
    keyed.sort((a, b) => Number(b.isShare) - Number(a.isShare) || b.key - a.key || a.site - b.site);
    const top = Math.max(...keyed.map(({ key }) => key));
    let tier = 0;
    for (const [i, { site, key, isShare }] of keyed.entries()) {
      if (i > 0 && (isRanked || isShare !== keyed[i - 1]!.isShare)) tier += 1;
      const handicap = isRanked ? 0 : handicapOfPoint * Math.max(0, top - key - tie);
      sites.setPrice(site, tier * priceOfTier + handicap);
      most = Math.max(most, handicap);
    }
    last = Math.max(last, tier);
  }
  const bounds: number[] = [];
  for (let tier = 0; tier <= last; tier += 1) {
    const end = Math.min(sense + most, priceOfTier / 2);
    for (let bound = firstBound; bound < end; bound *= 2) bounds.push(tier * priceOfTier + bound);
    bounds.push(tier * priceOfTier + end);
  }
  return bounds;
}

/** The larger, the earlier. With Gumbel noise the first site is a draw from the softmax. */
function keyOf(concreteness: number, policy: Policy, temperature: number, random: Random): number {
  if (policy === 'max') return concreteness;
  if (policy === 'min') return -concreteness;
  return policy === 'random' ? fractionOf(random) : concreteness / temperature + gumbel(random);
}
