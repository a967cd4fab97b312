import { hashNumbers } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';

export interface PairLimits {
  readonly perWordPair?: number;
  readonly perWord?: number;
  readonly max?: number;
}

/**
 * A sample of pairs within limits: they are taken in an order that the seed shuffles, each unless one of its words, or
 * both together, has its share already.
 *
 * @returns in the order of `pairs`
 */
export function samplePairs<T>(
  pairs: readonly T[],
  wordsOf: (pair: T) => readonly [string, string],
  seed: number,
  {
    perWordPair = Number.POSITIVE_INFINITY,
    perWord = Number.POSITIVE_INFINITY,
    max = Number.POSITIVE_INFINITY,
  }: PairLimits,
): readonly T[] {
  if (Math.min(perWordPair, perWord, max) >= pairs.length) return pairs;
  const order = createRandom(hashNumbers([seed, pairs.length])).shuffle(
    Uint32Array.from(pairs, (_, at) => at),
  );
  const counts = new Map<string, number>();
  const countOf = (key: string) => counts.get(key) ?? 0;
  const chosen: number[] = [];
  for (const at of order) {
    if (chosen.length >= max) break;
    const [a, b] = wordsOf(pairs[at]!);
    const both = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (countOf(a) >= perWord || countOf(b) >= perWord || countOf(both) >= perWordPair) continue;
    for (const key of [a, b, both]) counts.set(key, countOf(key) + 1);
    chosen.push(at);
  }
  return Uint32Array.from(chosen)
    .sort()
    .reduce<T[]>((kept, at) => {
      kept.push(pairs[at]!);
      return kept;
    }, []);
}
