import type { BenchmarkImage, Pairings } from '../questions/question';

/**
 * Two pictures and their captions: `text` asks of each picture to score its own caption higher than the other's,
 * `image` of each caption to score its own picture higher, `group` both. `pairing` asks which caption goes with which picture: the
 * two right scores must add up to more than the two wrong ones, so that what a model adds to all scores of a text or a picture cancels.
 */
export function matchTwo(
  [first, second]: readonly [BenchmarkImage, BenchmarkImage],
  [one, other]: readonly [string, string],
): {
  readonly text: Pairings;
  readonly image: Pairings;
  readonly group: Pairings;
  readonly pairing: Pairings;
} {
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
    pairing: { right, wrong: otherCaption, rule: 'sum' },
    group: { right: [...right, ...right], wrong: [...otherCaption, ...otherImage], rule: 'all' },
  };
}
