import type { Policy } from '../options';
import type { Random } from '../seeded-random';

/** Sites in the order in which a policy wants them. @param rate concreteness, 1–5 */
export function orderSites<T>(
  sites: readonly T[],
  rate: (site: T) => number,
  policy: Policy,
  temperature: number,
  random: Random,
): readonly T[] {
  if (policy === 'random') return random.shuffle([...sites]);
  if (policy === 'weighted') {
    const left = [...sites];
    const ordered: T[] = [];
    while (left.length > 0) {
      const most = Math.max(...left.map(rate));
      const at = random.weighted(left.map((site) => Math.exp((rate(site) - most) / temperature)));
      ordered.push(...left.splice(at, 1));
    }
    return ordered;
  }
  const sign = policy === 'max' ? -1 : 1;
  // Drawn first, so that equal ones take turns.
  return random.shuffle([...sites]).sort((a, b) => sign * (rate(a) - rate(b)));
}
