// npm run lab -- names
// The same drawings under an abstract and a concrete name: does exchanging the concrete word teach more? docs/decisions/0041-the-same-drawing-two-names.md
import { NAMES_MEASURES } from '../demo/demo-measures';
import type { Experiment } from '../experiment';
import type { LossSpec, Pool, Run, Training } from '../run';
import { type Study, studySummary, studyView } from '../views/study-view';

const TRAINING: Training = {
  captions: 0,
  steps: 120,
  batchSize: 64,
  learningRate: 5e-4,
  warmupSteps: 10,
  weightDecay: 0.1,
  frozen: 'image tower',
  measureEvery: 10,
  budgets: ['similarity'],
};

/** Margins give both hard arms the same share of the push at the start: the decision says how they were found. */
const ARMS: readonly (readonly [variant: string, pool: Pool, loss?: LossSpec])[] = [
  ['abstract', 'abstract'],
  ['concrete', 'concrete'],
  ['abstract hard', 'abstract', { name: 'static', value: 4 }],
  ['concrete hard', 'concrete', { name: 'static', value: 4 }],
];

/** Of the columns, in the order of the measures. */
const TITLES = ['exchanged', 'below 3', '3 to 4', '4 and more', 'natural', 'natural, group', 'recall@10'];

const STUDY: Study = {
  name: 'names',
  variants: ['checkpoint', ...ARMS.map(([variant]) => variant)],
  contrasts: [
    {
      primary: 'N1',
      ...{ variant: 'concrete hard', against: 'concrete' },
      less: { variant: 'abstract hard', against: 'abstract' },
    },
    { variant: 'concrete hard', against: 'concrete' },
    { variant: 'abstract hard', against: 'abstract' },
    { variant: 'concrete', against: 'abstract' },
    { variant: 'concrete hard', against: 'abstract hard' },
  ],
  // The two effects together: what is exchanged in training is exchanged in the questions.
  control: {
    ...{ variant: 'concrete hard', against: 'concrete' },
    less: { variant: 'abstract', against: 'abstract hard' },
  },
  asked: ['exchanged words', NAMES_MEASURES[0]!],
  measures: NAMES_MEASURES.map((measure, at) => [TITLES[at]!, measure]),
};

/** Seeds from here on ask validation artists, by which the settings were chosen. */
const PILOT = 900;

export const names: Experiment = {
  name: 'names',
  question:
    'One drawing, two names: does exchanging the concrete word of its name teach more than exchanging the abstract one?',
  expected:
    'If it is the concreteness of words, more (N1); if it is the change of the picture alone, the same.',
  time: 'about a minute of processor time a seed',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  runs(seed, { firstSeed }) {
    const common = {
      ...{ experiment: 'names', seed },
      dataset: { shows: 'icons', sets: 'all', pool: 'abstract' },
      pretraining: 'committed',
      loss: { name: 'infoNce' },
      layout: 'captions',
      evaluation: {
        ...{ asks: 'names', pairs: 3000, captions: 2000, seed: 0 },
        split: seed < PILOT ? 'test' : 'validation',
      },
    } as const satisfies Partial<Run>;
    return [
      // The same for every seed.
      ...(seed === firstSeed ? [{ ...common, variant: 'checkpoint' }] : []),
      ...ARMS.map(
        ([variant, pool, loss]): Run => ({
          ...common,
          ...{ variant, training: TRAINING, dataset: { ...common.dataset, pool } },
          ...(loss && { loss, negatives: { kinds: ['word'] } }),
        }),
      ),
    ];
  },
  summarise: (runs, folder) => studySummary(runs, folder, STUDY),
  view: studyView(STUDY),
};
