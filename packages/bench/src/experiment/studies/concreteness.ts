// slipform-bench experiment concreteness
// Does a word's concreteness decide how much hard negatives of it teach?

import { detectableDifference } from '../../statistics/detectable-difference';
import { leastSquares } from '../../statistics/least-squares';
import { mean } from '../../statistics/mean';
import { signFlipTest } from '../../statistics/permutation-test';
import { createRandom } from '../../statistics/random';
import { type Estimate, seedInterval } from '../../statistics/seed-interval';
import { spearman } from '../../statistics/spearman';
import type { KeywordTeaching, Pretraining } from '../cells/cell';
import type { MeasuredCell } from '../cells/cell-table';
import { armTable, contrastTable } from './compare-arms';
import { type Contrast, differenceOf, differencesBySeed, differenceText, type Measure } from './contrast';
import { FINETUNING, PRETRAINING, type Study } from './study';

const KEYWORD_PRETRAINING: Pretraining = { ...PRETRAINING, world: 'keywords', steps: 500 };

const CONTRASTS: readonly Contrast[] = [
  { arm: 'random', against: 'none' },
  { arm: 'max', against: 'random' },
  { arm: 'min', against: 'random' },
  { arm: 'min', against: 'none' },
  { arm: 'max', against: 'min' },
];

const MEASURES = (['noto mean', 'rated below 3', 'rated 3 to 4', 'rated 4 and more'] as const).map(
  (of): Measure => ({ metric: 'accuracy', of: [of], title: of === 'noto mean' ? 'all' : of }),
);

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
    return [
      arms,
      contrastTable(cells, CONTRASTS, MEASURES),
      interactionTexts(cells, words),
      ...slopeTexts(cells, words),
    ].join('\n\n');
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
 * Whether what an arm teaches depends on the rating of the keywords asked about: its lead on those rated 4 and more less
 * that on those below 3, and the slope of its lead over the rating of each keyword. Nobody asked this before the runs.
 */
function interactionTexts(cells: readonly MeasuredCell[], words: ReadonlyMap<string, Covariates>): string {
  const [, low, , high] = MEASURES;
  const lines = CONTRASTS.flatMap((contrast) => {
    const [below, above] = [low!, high!].map((measure) => differencesBySeed(cells, contrast, measure));
    const ends = differenceOf(above!.map((value, index) => value - below![index]!));
    const slopes = differenceOf(keywordSlopes(cells, contrast, words));
    if (!ends || !slopes) return [];
    return [
      `${contrast.arm} − ${contrast.against}: 4 and more minus below 3 ${differenceText(ends)}; slope for each point of concreteness ${differenceText(slopes)}`,
    ];
  });
  return [
    'Does the lead of an arm depend on the rating of the keywords asked about? In points; asked after the runs, so leads to follow and no findings:',
    ...lines,
  ].join('\n');
}

/** For each seed the slope of an arm's lead on each keyword's questions over the keyword's rating. */
function keywordSlopes(
  cells: readonly MeasuredCell[],
  contrast: Contrast,
  words: ReadonlyMap<string, Covariates>,
): number[] {
  const names = [...words.keys()];
  const leads = names.map((of) =>
    differencesBySeed(cells, contrast, { metric: 'keyword accuracy', of: [of], title: of }),
  );
  const ratings = names.map((of) => [words.get(of)!.rating]);
  const seeds = Math.min(...leads.map(({ length }) => length));
  return Array.from({ length: seeds }, (_, seed) => {
    return leastSquares(
      ratings,
      leads.map((lead) => lead[seed]!),
    )[1]!;
  });
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
    `Effect of teaching a keyword on questions about it, in points: ${points(seedInterval(overall))} over ${effects.length} seeds and ${known.length} keywords.${reliabilityText(effects, known)}`,
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
          : 'is not seen to change';
    sentences.push(
      `The effect ${verdict} with the rating, ${name}: ${value.toFixed(2)} points for each point of concreteness (95 % interval over seeds ${interval[0].toFixed(2)} to ${interval[1].toFixed(2)}, sign-flip p = ${signFlipTest(slopes).toFixed(3)}, smallest slope that would have been seen ${detectableDifference(slopes).toFixed(2)}; over keywords, by resampling them, ${low.toFixed(2)} to ${high.toFixed(2)}).`,
    );
  }
  return sentences;
}

/** Whether keywords differ in their effect at all: if the halves of the seeds don't agree, there is nothing to explain. */
function reliabilityText(effects: readonly ReadonlyMap<string, number>[], known: readonly string[]): string {
  if (effects.length < 4) return '';
  const half = effects.length >> 1;
  const means = [effects.slice(0, half), effects.slice(half)].map((own) =>
    known.map((word) => mean(own.map((effect) => effect.get(word)!))),
  );
  return ` Spearman's correlation of the keywords' effects between the first and the second half of the seeds is ${spearman(means[0]!, means[1]!).toFixed(2)}: near 0, the effects of single keywords are noise, and no slope over them can say much.`;
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
