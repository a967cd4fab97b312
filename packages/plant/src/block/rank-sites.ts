import type { Balance, Policy } from '../options';
import type { Random } from '../seeded-random';
import type { SiteTable } from '../sites/site-table';

/** Temperature of the `weighted` policy's softmax over concreteness, in points of the 1–5 scale. */
const temperature = 0.5;
const steps = 2 ** 24;

/** Ranks the places of a caption by the policy, within their slot or, without balance, over the caption. */
export function rankSites(
  sites: SiteTable,
  start: number,
  end: number,
  policy: Policy,
  balance: Balance,
  random: Random,
): void {
  const keys: number[] = [];
  for (let site = start; site < end; site += 1) {
    keys.push(preference(sites.span(site).concreteness, policy, random));
  }
  for (let site = start; site < end; site += 1) {
    const { slot, first } = sites.span(site);
    const key = keys[site - start]!;
    let rank = 0;
    for (let other = start; other < end; other += 1) {
      if (other === site || (balance === 'slots' && sites.slot(other) !== slot)) continue;
      const otherKey = keys[other - start]!;
      if (otherKey > key || (otherKey === key && sites.span(other).first < first)) rank += 1;
    }
    sites.setRank(site, rank);
  }
}

/** The place with the largest value is the policy's choice; with Gumbel noise that is a draw from the softmax. */
function preference(concreteness: number, policy: Policy, random: Random): number {
  if (policy === 'max') return concreteness;
  if (policy === 'min') return -concreteness;
  const uniform = (random.below(steps) + 0.5) / steps;
  return policy === 'random' ? uniform : concreteness / temperature - Math.log(-Math.log(uniform));
}
