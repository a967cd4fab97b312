import type { Icon } from '@slipform/icons';
import { streamSeed } from '@slipform/kit/random/hash';
import { createRandom } from '@slipform/kit/random/random';
import { pairKey } from './word-links';

export interface ChoosePairsOptions {
  readonly count: number;
  readonly seed: number;
  /** How often two words may be the ones that differ. */
  readonly perWordPair: number;
  /** How often one word may be among those that differ. */
  readonly perWord: number;
  /** How often one drawing may take part. */
  readonly perIcon: number;
}

interface PairOfWords {
  readonly words: readonly [string, string];
  /** The drawings that they are about: one or two. */
  readonly icons: readonly Icon[];
}

/** Pairs of words in an order by chance, as many as the limits let through, so that a few frequent words do not decide. */
export function choosePairs<Pair extends PairOfWords>(
  pairs: readonly Pair[],
  { count, seed, perWordPair, perWord, perIcon }: ChoosePairsOptions,
): Pair[] {
  const order = createRandom(streamSeed(seed, 'chosen pairs')).shuffle([...pairs]);
  const used = new Map<string, number>();
  const uses = (key: string) => used.get(key) ?? 0;
  const chosen: Pair[] = [];
  for (const pair of order) {
    if (chosen.length === count) break;
    const { words, icons } = pair;
    const limits: readonly (readonly [key: string, most: number])[] = [
      [`pair ${pairKey(...words)}`, perWordPair],
      ...words.map((word) => [`word ${word}`, perWord] as const),
      ...icons.map(({ id }) => [`icon ${id}`, perIcon] as const),
    ];
    if (limits.some(([key, most]) => uses(key) >= most)) continue;
    for (const [key] of limits) used.set(key, uses(key) + 1);
    chosen.push(pair);
  }
  return chosen;
}
