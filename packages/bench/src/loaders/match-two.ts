import type { BenchmarkImage, Pairings } from '../questions/question';

export const PAIR_KINDS = ['text', 'image', 'group', 'pairing'] as const;

/** Guessing four numbers in any order: a quarter, a sixth for `group`, and a half for `pairing`. */
export const PAIR_CHANCES = { text: 1 / 4, image: 1 / 4, group: 1 / 6, pairing: 1 / 2 } as const;

/** What a benchmark of {@link PAIR_KINDS} says of chance and headline. */
export const pairScores = () => ({
  chance: 1 / 4,
  chances: { group: 1 / 6, pairing: 1 / 2 },
  means: { group: ['group'] },
});

/**
 * Two pictures and their captions: `text` asks of each picture to score its own caption higher than the other's,
 * `image` of each caption to score its own picture higher, `group` both; `pairing` asks only that the right way to put the
 * two together scores higher than the other: s(i, a) + s(j, b) > s(i, b) + s(j, a).
 */
export function matchTwo(
  [first, second]: readonly [BenchmarkImage, BenchmarkImage],
  [one, other]: readonly [string, string],
): Readonly<Record<'text' | 'image' | 'group' | 'pairing', Pairings>> {
  const right = [
    { image: first, text: one },
    { image: second, text: other },
  ];
  const otherCaption = [
    { image: first, text: other },
    { image: second, text: one },
  ];
  const otherImage = [
    { image: second, text: one },
    { image: first, text: other },
  ];
  return {
    text: { right, wrong: otherCaption, rule: 'all' },
    image: { right, wrong: otherImage, rule: 'all' },
    group: { right: [...right, ...right], wrong: [...otherCaption, ...otherImage], rule: 'all' },
    pairing: { right, wrong: otherCaption, rule: 'sum' },
  };
}
