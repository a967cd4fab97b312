import type { Balance, Policy } from '../options';
import type { Random } from '../seeded-random';
import type { Site } from './site';

/** Temperature of the `weighted` policy's softmax over concreteness, in points of the 1–5 scale. */
const temperature = 0.5;
const steps = 2 ** 24;

/** Ranks the places of a caption by the policy, within their slot or, without balance, over the caption. */
export function rankSites(sites: readonly Site[], policy: Policy, balance: Balance, random: Random): void {
  const keys = sites.map(({ span }) => preference(span.concreteness, policy, random));
  for (let i = 0; i < sites.length; i += 1) {
    const { slot, first } = sites[i]!.span;
    let rank = 0;
    for (let j = 0; j < sites.length; j += 1) {
      const other = sites[j]!.span;
      if (j === i || (balance === 'slots' && other.slot !== slot)) continue;
      if (keys[j]! > keys[i]! || (keys[j] === keys[i] && other.first < first)) rank += 1;
    }
    sites[i]!.rank = rank;
  }
}

/** The place with the largest value is the policy's choice; with Gumbel noise that is a draw from the softmax. */
function preference(concreteness: number, policy: Policy, random: Random): number {
  if (policy === 'max') return concreteness;
  if (policy === 'min') return -concreteness;
  const uniform = (random.below(steps) + 0.5) / steps;
  return policy === 'random' ? uniform : concreteness / temperature - Math.log(-Math.log(uniform));
}
