import type { BenchmarkImage, MatchingItem } from '../questions/benchmark';

type Comparisons = MatchingItem['comparisons'];

/**
 * Two pictures and their captions: `text` asks of each picture to score its own caption higher than the other's,
 * `image` of each caption to score its own picture higher.
 */
export function matchTwo(
  [first, second]: readonly [BenchmarkImage, BenchmarkImage],
  [one, other]: readonly [string, string],
): { readonly text: Comparisons; readonly image: Comparisons } {
  const pairing = (image: BenchmarkImage, text: string) => ({ image, text });
  return {
    text: [
      { right: pairing(first, one), wrong: pairing(first, other) },
      { right: pairing(second, other), wrong: pairing(second, one) },
    ],
    image: [
      { right: pairing(first, one), wrong: pairing(second, one) },
      { right: pairing(second, other), wrong: pairing(first, other) },
    ],
  };
}
