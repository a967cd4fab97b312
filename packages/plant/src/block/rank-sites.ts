import type { Balance, Policy } from '../options';
import type { Random } from '../seeded-random';
import type { Site } from './site';

/** Temperature of the `weighted` policy's softmax over concreteness, in points of the 1–5 scale. */
const temperature = 0.5;
const steps = 2 ** 24;

/** Ranks the places of a caption by the policy, within their slot or, without balance, over the caption. */
export function rankSites(sites: readonly Site[], policy: Policy, balance: Balance, random: Random): void {
  const keys = new Map(sites.map((site) => [site, preference(site.span.concreteness, policy, random)]));
  for (const site of sites) {
    let rank = 0;
    for (const other of sites) {
      if (other === site || (balance === 'slots' && other.span.slot !== site.span.slot)) continue;
      const difference = keys.get(other)! - keys.get(site)!;
      if (difference > 0 || (difference === 0 && other.span.first < site.span.first)) rank += 1;
    }
    site.rank = rank;
  }
}

/** The place with the largest value is the policy's choice; with Gumbel noise that is a draw from the softmax. */
function preference(concreteness: number, policy: Policy, random: Random): number {
  if (policy === 'max') return concreteness;
  if (policy === 'min') return -concreteness;
  const uniform = (random.below(steps) + 0.5) / steps;
  return policy === 'random' ? uniform : concreteness / temperature - Math.log(-Math.log(uniform));
}
