import type { Option } from './operations/operation';
import type { Balance, Policy } from './options';
import type { Random } from './seeded-random';

/** Temperature of the `weighted` policy's softmax over concreteness, in points of the 1–5 scale. */
const temperature = 0.5;

/**
 * Chooses the next change of a caption. With balance `slots` the slot is drawn first; then the operation, evenly
 * among those that are left, so that swaps keep their share; within these the policy looks at concreteness.
 */
export function choose(options: readonly Option[], policy: Policy, balance: Balance, random: Random): Option {
  let rest = options;
  if (balance === 'slots') rest = drawGroup(rest, ({ slot }) => slot, random);
  rest = drawGroup(rest, ({ operation }) => operation, random);
  return byPolicy(rest, policy, random);
}

function drawGroup<K>(
  options: readonly Option[],
  keyOf: (option: Option) => K,
  random: Random,
): readonly Option[] {
  const keys = [...new Set(options.map(keyOf))];
  if (keys.length < 2) return options;
  const key = keys[random.below(keys.length)];
  return options.filter((option) => keyOf(option) === key);
}

function byPolicy(options: readonly Option[], policy: Policy, random: Random): Option {
  if (options.length === 1) return options[0]!;
  if (policy === 'random') return options[random.below(options.length)]!;
  if (policy === 'weighted') {
    return options[
      random.weighted(options.map(({ concreteness }) => Math.exp((concreteness - 5) / temperature)))
    ]!;
  }
  const sign = policy === 'max' ? 1 : -1;
  let best = options[0]!;
  for (const option of options) if (sign * (option.concreteness - best.concreteness) > 0) best = option;
  return best;
}
