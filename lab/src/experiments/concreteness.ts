// npm run lab -- concreteness
// Does a word's concreteness decide how much hard negatives of it teach?

import { seedInterval, signFlipTest } from '@slipform/bench';
import { formatSigned } from '@slipform/kit/format-number';
import { createRandom } from '@slipform/scenes';
import { type Experiment, PRETRAINING, TRAINING } from '../experiment';
import type { MeasuredRun } from '../row';
import type { KeywordNegatives, Pretraining } from '../run';
import { detectableDifference } from '../statistics/detectable-difference';
import { leastSquares } from '../statistics/least-squares';
import { mean } from '../statistics/mean';
import { spearman } from '../statistics/spearman';
import { column, contrastTable, variantTable } from '../views/compare-variants';
import {
  type Contrast,
  differenceOf,
  differencesBySeed,
  differenceText,
  type Measure,
} from '../views/contrast';

const KEYWORD_PRETRAINING: Pretraining = { ...PRETRAINING, steps: 500 };

const CONTRASTS: readonly Contrast[] = [
  { variant: 'random', against: 'none' },
  { variant: 'max', against: 'random' },
  { variant: 'min', against: 'random' },
  { variant: 'min', against: 'none' },
  { variant: 'max', against: 'min' },
];

const MEASURES = (['mean', 'rated below 3', 'rated 3 to 4', 'rated 4 and more'] as const).map(
  (kind): Measure => ({
    which: [{ metric: 'accuracy', style: 'noto', kind }],
    title: kind === 'mean' ? 'all' : kind,
  }),
);

const TEACHINGS: readonly KeywordNegatives['teach'][] = [
  'none',
  'one half',
  'other half',
  'random',
  'max',
  'min',
];

export const concreteness: Experiment = {
  name: 'concreteness',
  question: 'Does a word’s concreteness decide how much hard negatives of it teach?',
  expected:
    'A keyword gains more from hard negatives that exchange it the more concrete it is; teaching captions of concrete keywords therefore teaches more than as many by chance, and of abstract ones less.',
  time: 'about an hour on two cores',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  runs: (seed) =>
    TEACHINGS.map((teach) => ({
      experiment: 'concreteness',
      variant: teach,
      seed,
      dataset: { shows: 'keywords', detail: 'simple' },
      pretraining: KEYWORD_PRETRAINING,
      training: TRAINING,
      loss: { name: 'noMargin' },
      negatives: { teach },
      layout: 'captions',
      evaluation: { asks: 'keywords', questions: 24 },
    })),
  summarise(runs) {
    const words = covariatesOf(runs);
    const variants = variantTable(runs, [
      column('accuracy', 'accuracy', 'noto', 'mean'),
      column('rated below 3', 'accuracy', 'noto', 'rated below 3'),
      column('3 to 4', 'accuracy', 'noto', 'rated 3 to 4'),
      column('4 and more', 'accuracy', 'noto', 'rated 4 and more'),
    ]);
    return [
      variants,
      contrastTable(runs, CONTRASTS, MEASURES),
      interactionTexts(runs, words),
      ...slopeTexts(runs, words),
    ].join('\n\n');
  },
};

/** What is known of a keyword before any training. */
interface Covariates {
  readonly rating: number;
  readonly drawings: number;
  readonly spread: number;
}

function covariatesOf(runs: readonly MeasuredRun[]): Map<string, Covariates> {
  const found = new Map<string, Covariates>();
  const first = runs.find(({ variant }) => variant === 'none');
  for (const { metric, kind: word, value } of first?.rows ?? []) {
    const name = { 'keyword rating': 'rating', 'keyword drawings': 'drawings', 'keyword spread': 'spread' }[
      metric
    ];
    if (name && word) {
      found.set(word, { rating: Number.NaN, drawings: 0, spread: 0, ...found.get(word), [name]: value });
    }
  }
  return found;
}

/**
 * Whether what a variant teaches depends on the rating of the keywords asked about: its lead on those rated 4 and more less
 * that on those below 3, and the slope of its lead over the rating of each keyword. Nobody asked this before the runs.
 */
function interactionTexts(runs: readonly MeasuredRun[], words: ReadonlyMap<string, Covariates>): string {
  const [, low, , high] = MEASURES;
  const lines = CONTRASTS.flatMap((contrast) => {
    const [below, above] = [low!, high!].map((measure) => differencesBySeed(runs, contrast, measure));
    const ends = differenceOf(above!.map((value, index) => value - below![index]!));
    const slopes = differenceOf(keywordSlopes(runs, contrast, words));
    if (!ends || !slopes) return [];
    return [
      `${contrast.variant} − ${contrast.against}: 4 and more minus below 3 ${differenceText(ends)}; slope for each point of concreteness ${differenceText(slopes)}`,
    ];
  });
  return [
    'Does the lead of a variant depend on the rating of the keywords asked about? In points; asked after the runs, so leads to follow and no findings:',
    ...lines,
  ].join('\n');
}

/** For each seed the slope of a variant's lead on each keyword's questions over the keyword's rating. */
function keywordSlopes(
  runs: readonly MeasuredRun[],
  contrast: Contrast,
  words: ReadonlyMap<string, Covariates>,
): number[] {
  const names = [...words.keys()];
  const leads = names.map((kind) =>
    differencesBySeed(runs, contrast, { which: [{ metric: 'keyword accuracy', kind }], title: kind }),
  );
  const ratings = names.map((word) => [words.get(word)!.rating]);
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
function slopeTexts(runs: readonly MeasuredRun[], words: ReadonlyMap<string, Covariates>): string[] {
  const effects = effectsBySeed(runs);
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

function points({ value, interval }: ReturnType<typeof seedInterval>): string {
  const signed = (x: number) => formatSigned(x, 1);
  return `${signed(value)} (${signed(interval[0])} to ${signed(interval[1])})`;
}

function effectsBySeed(runs: readonly MeasuredRun[]): Map<string, number>[] {
  const accuracies = (variant: string, seed: number) =>
    runs
      .find((run) => run.variant === variant && run.seed === seed)
      ?.rows.filter(({ metric }) => metric === 'keyword accuracy' || metric === 'keyword half');
  const seeds = [...new Set(runs.map(({ seed }) => seed))].sort((a, b) => a - b);
  return seeds.flatMap((seed) => {
    const one = accuracies('one half', seed);
    const other = accuracies('other half', seed);
    if (!one || !other) return [];
    const value = (of: typeof one, metric: string, word: string) =>
      of.find((each) => each.metric === metric && each.kind === word)?.value;
    const effect = new Map<string, number>();
    for (const { metric, kind: word, value: accuracy } of one) {
      if (metric !== 'keyword accuracy' || word === undefined) continue;
      const sign = value(one, 'keyword half', word) === 0 ? 1 : -1;
      effect.set(word, sign * (accuracy! - value(other, 'keyword accuracy', word)!));
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
