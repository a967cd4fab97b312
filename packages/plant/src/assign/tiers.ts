import type { Balance, Policy } from '../options';
import type { Random } from '../seeded-random';
import type { BlockReading } from '../sites/block-reading';
import { groupOf } from './quotas';

/** Ratings that differ by less are ties: the error of an estimate. */
const tie = 0.3;
const steps = 2 ** 24;
/** More than any two keys are apart. */
const ahead = 1e9;

/** How sites of a caption are ordered. */
export interface SiteOrder {
  readonly policy: Policy;
  /** Of the policy `weighted`, in points of concreteness. */
  readonly temperature: number;
  readonly balance: Balance;
}

/**
 * Puts the sites of each caption into tiers. `max` and `min`: within 0.3 of the most (least) concrete one is the first
 * tier, within 0.3 of the most concrete one of the rest the second. `random` and `weighted`: one site a tier, in an order
 * that is drawn. With quotas the sites of the caption's own share come before its others.
 *
 * @param shares for each caption the group of its share, by `groupOf`; below 0 for none
 * @returns the number of tiers of the caption that has most
 */
export function setTiers(
  block: BlockReading,
  { policy, temperature, balance }: SiteOrder,
  shares: Int32Array,
  random: Random,
): number {
  const { sites } = block;
  const width = policy === 'max' || policy === 'min' ? tie : 0;
  let most = 0;
  for (let caption = 0; caption < block.size; caption += 1) {
    const keyed: { site: number; key: number }[] = [];
    for (let site = block.firstSite(caption); site < block.endOfSites(caption); site += 1) {
      const key = keyOf(sites.span(site).concreteness, policy, temperature, random);
      const isShare = shares[caption]! >= 0 && groupOf(site, block, balance) === shares[caption];
      keyed.push({ site, key: isShare ? key + ahead : key });
    }
    keyed.sort((a, b) => b.key - a.key || a.site - b.site);
    let tier = -1;
    let top = Number.POSITIVE_INFINITY;
    for (const { site, key } of keyed) {
      // Ratings have two decimals.
      if (tier < 0 || width === 0 || top - key > width + 1e-9) {
        tier += 1;
        top = key;
      }
      sites.setTier(site, tier);
    }
    most = Math.max(most, tier + 1);
  }
  return most;
}

/** The larger, the earlier. With Gumbel noise the first site is a draw from the softmax. */
function keyOf(concreteness: number, policy: Policy, temperature: number, random: Random): number {
  if (policy === 'max') return concreteness;
  if (policy === 'min') return -concreteness;
  const uniform = (random.below(steps) + 0.5) / steps;
  return policy === 'random' ? uniform : concreteness / temperature - Math.log(-Math.log(uniform));
}
