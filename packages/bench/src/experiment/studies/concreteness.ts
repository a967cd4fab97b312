// slipform-bench experiment concreteness
// Does a word's concreteness decide how much hard negatives of it teach?
import { createRandom } from '../../random';
import { leastSquares } from '../../statistics/least-squares';
import { mean } from '../../statistics/mean';
import { signFlipTest } from '../../statistics/permutation-test';
import { type Estimate, seedInterval } from '../../statistics/seed-interval';
import type { KeywordTeaching, Pretraining } from '../cells/cell';
import type { MeasuredCell } from '../cells/cell-table';
import { armTable, contrastTable } from './compare-arms';
import { FINETUNING, PRETRAINING, type Study } from './study';

const KEYWORD_PRETRAINING: Pretraining = { ...PRETRAINING, world: 'keywords', steps: 500 };

const TEACHINGS: readonly KeywordTeaching[] = ['none', 'one half', 'other half', 'random', 'max', 'min'];

export const concreteness: Study = {
  name: 'concreteness',
  question: 'Does a word’s concreteness decide how much hard negatives of it teach?',
  expected:
    'A keyword gains more from hard negatives that exchange it the more concrete it is; teaching captions of concrete keywords therefore teaches more than as many by chance, and of abstract ones less.',
  time: 'about an hour on two cores',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  cells: (seeds) =>
    seeds.flatMap((seed) =>
      TEACHINGS.map((teach) => ({
        kind: 'keywords' as const,
        study: 'concreteness',
        arm: teach,
        seed,
        pretraining: KEYWORD_PRETRAINING,
        finetuning: FINETUNING,
        teach,
        questions: 24,
      })),
    ),
  summarise(cells) {
    const words = covariatesOf(cells);
    const arms = armTable(cells, [
      { metric: 'accuracy', of: 'noto mean', title: 'accuracy' },
      { metric: 'accuracy', of: 'rated below 3', title: 'rated below 3' },
      { metric: 'accuracy', of: 'rated 3 to 4', title: '3 to 4' },
      { metric: 'accuracy', of: 'rated 4 and more', title: '4 and more' },
    ]);
    const contrasts = contrastTable(
      cells,
      [
        { arm: 'random', against: 'none' },
        { arm: 'max', against: 'random' },
        { arm: 'max', against: 'min' },
        { arm: 'min', against: 'random' },
      ],
      ['noto mean', 'rated below 3', 'rated 3 to 4', 'rated 4 and more'],
    );
    return [arms, contrasts, ...slopeTexts(cells, words)].join('\n\n');
  },
};

/** What is known of a keyword before any training. */
interface Covariates {
  readonly rating: number;
  readonly drawings: number;
  readonly spread: number;
}

function covariatesOf(cells: readonly MeasuredCell[]): Map<string, Covariates> {
  const found = new Map<string, Covariates>();
  const first = cells.find(({ arm }) => arm === 'none');
  for (const { metric, of, value } of first?.measurements ?? []) {
    const name = { 'keyword rating': 'rating', 'keyword drawings': 'drawings', 'keyword spread': 'spread' }[
      metric
    ];
    if (name) found.set(of, { rating: Number.NaN, drawings: 0, spread: 0, ...found.get(of), [name]: value });
  }
  return found;
}

/**
 * For each seed the two halves make a pair: each keyword was taught in one of them. Its effect is the accuracy where it was
 * taught less that where it was not; one slope of the effect over the rating for each seed.
 */
function slopeTexts(cells: readonly MeasuredCell[], words: ReadonlyMap<string, Covariates>): string[] {
  const effects = effectsBySeed(cells);
  if (effects.length < 2 || words.size === 0) return [];
  const known = [...words.keys()].filter((word) => effects.every((effect) => effect.has(word)));
  const overall = effects.map((effect) => 100 * mean(known.map((word) => effect.get(word)!)));
  const sentences = [
    `Effect of teaching a keyword on questions about it, in points: ${points(seedInterval(overall))} over ${effects.length} seeds and ${known.length} keywords.`,
  ];
  const designs: readonly (readonly [name: string, row: (word: Covariates) => number[]])[] = [
    ['alone', ({ rating }) => [rating]],
    [
      'with the number of drawings (logarithm) and how unlike each other they are held fixed',
      ({ rating, drawings, spread }) => [rating, Math.log(drawings), spread],
    ],
  ];
  for (const [name, row] of designs) {
    const slopeOf = (effect: ReadonlyMap<string, number>, sample: readonly string[]) =>
      leastSquares(
        sample.map((word) => row(words.get(word)!)),
        sample.map((word) => 100 * effect.get(word)!),
      )[1]!;
    const slopes = effects.map((effect) => slopeOf(effect, known));
    const { value, interval } = seedInterval(slopes);
    const [low, high] = keywordInterval(known, (sample) =>
      mean(effects.map((effect) => slopeOf(effect, sample))),
    );
    const verdict =
      Math.min(interval[0], low) > 0
        ? 'rises'
        : Math.max(interval[1], high) < 0
          ? 'falls'
          : 'does not change visibly';
    sentences.push(
      `The effect ${verdict} with the rating, ${name}: ${value.toFixed(2)} points for each point of concreteness (95 % interval over seeds ${interval[0].toFixed(2)} to ${interval[1].toFixed(2)}, sign-flip p = ${signFlipTest(slopes).toFixed(3)}; over keywords, by resampling them, ${low.toFixed(2)} to ${high.toFixed(2)}).`,
    );
  }
  return sentences;
}

function points({ value, interval }: Estimate): string {
  const signed = (x: number) => `${x < 0 ? '−' : '+'}${Math.abs(x).toFixed(1)}`;
  return `${signed(value)} (${signed(interval[0])} to ${signed(interval[1])})`;
}

function effectsBySeed(cells: readonly MeasuredCell[]): Map<string, number>[] {
  const accuracies = (arm: string, seed: number) =>
    cells
      .find((cell) => cell.arm === arm && cell.seed === seed)
      ?.measurements.filter(({ metric }) => metric === 'keyword accuracy' || metric === 'keyword half');
  const seeds = [...new Set(cells.map(({ seed }) => seed))].sort((a, b) => a - b);
  return seeds.flatMap((seed) => {
    const one = accuracies('one half', seed);
    const other = accuracies('other half', seed);
    if (!one || !other) return [];
    const value = (of: typeof one, metric: string, word: string) =>
      of.find((each) => each.metric === metric && each.of === word)?.value;
    const effect = new Map<string, number>();
    for (const { metric, of: word, value: accuracy } of one) {
      if (metric !== 'keyword accuracy') continue;
      const sign = value(one, 'keyword half', word) === 0 ? 1 : -1;
      effect.set(word, sign * (accuracy - value(other, 'keyword accuracy', word)!));
    }
    return [effect];
  });
}

/** The percentile bootstrap's 95 % interval over keywords, which are the sample of words that the claim is about. */
function keywordInterval(
  words: readonly string[],
  statistic: (sample: readonly string[]) => number,
): [low: number, high: number] {
  const random = createRandom(0, 'keywords resampled');
  const found = Array.from({ length: 500 }, () => statistic(words.map(() => random.pick(words)))).sort(
    (a, b) => a - b,
  );
  return [found[12]!, found[487]!];
}
