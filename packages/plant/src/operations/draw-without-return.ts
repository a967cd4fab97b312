import type { Random } from '../seeded-random';

const mostDraws = 24;

/** Draws items by weight, each at most once, until one gives a result. */
export function drawWithoutReturn<T, R>(
  items: readonly T[],
  weightOf: (item: T) => number,
  random: Random,
  attempt: (item: T) => R | undefined,
): R | undefined {
  const rest = [...items];
  const weights = rest.map(weightOf);
  for (let draws = 0; rest.length > 0 && draws < mostDraws; draws += 1) {
    const index = random.weighted(weights);
    const result = attempt(rest[index]!);
    if (result !== undefined) return result;
    rest.splice(index, 1);
    weights.splice(index, 1);
  }
  return undefined;
}
