// npm run lab -- colours
// Which negatives and which loss teach attribute binding, on pictures of two coloured things?
import type { Experiment } from '../experiment';
import { GROUPS, PAIRINGS, RECALL, SWAPS, SWAPS_BY_NAMES } from '../pairs/measures';
import type { Training } from '../run';
import { type Study, studySummary, studyView } from '../views/study-view';
import { type Arm, runsOf } from './arms';

const TRAINING: Training = {
  captions: 0,
  steps: 240,
  batchSize: 128,
  learningRate: 5e-4,
  warmupSteps: 20,
  weightDecay: 0.1,
  measureEvery: 20,
  budgets: ['similarity'],
};

const ARMS: readonly Arm[] = [
  { variant: 'InfoNCE', loss: { name: 'infoNce' } },
  { variant: 'hard pictures', recipe: 'composition', as: 'pairs', loss: { name: 'infoNce' } },
  { variant: 'swaps', recipe: 'swaps', loss: { name: 'static', value: 2 } },
  { variant: 'random', recipe: 'random', layout: 'paired', loss: { name: 'static', value: 2 } },
  {
    ...{ variant: 'Slipform', recipe: 'composition', layout: 'paired' },
    loss: { name: 'adaptive', max: 4, scale: 'rank' },
  },
  {
    ...{ variant: 'Slipform, constant margin', recipe: 'composition', layout: 'paired' },
    loss: { name: 'static', value: 2 },
  },
  {
    ...{ variant: 'Slipform, usual', recipe: 'usual', layout: 'paired' },
    loss: { name: 'adaptive', max: 4, scale: 'rank' },
  },
];

const STUDY: Study = {
  name: 'colours',
  variants: ['checkpoint', ...ARMS.map(({ variant }) => variant)],
  contrasts: [
    { variant: 'Slipform', against: 'hard pictures', primary: 'H1' },
    { variant: 'Slipform', against: 'random', primary: 'H2' },
    { variant: 'Slipform', against: 'Slipform, constant margin', primary: 'H3' },
    { variant: 'swaps', against: 'InfoNCE' },
    { variant: 'Slipform', against: 'InfoNCE' },
    { variant: 'Slipform', against: 'Slipform, usual' },
    { variant: 'hard pictures', against: 'InfoNCE' },
    { variant: 'random', against: 'InfoNCE' },
  ],
  control: { variant: 'swaps', against: 'InfoNCE' },
  asked: ['swaps', SWAPS],
  measures: [
    ...PAIRINGS.map((measure) => [measure.name.replace(', pairing', ''), measure] as const),
    ['swaps of held-\nout names', SWAPS_BY_NAMES[1]!],
    ['swap, group', GROUPS[0]!],
    ['recall@10', RECALL],
  ],
};

export const colours: Experiment = {
  name: 'colours',
  question:
    'Which mined negatives and which loss teach attribute binding, on pictures of two coloured things?',
  expected:
    'Slipform teaches more than its pictures without its loss (H1), than random exchanges (H2), and than a constant margin (H3).',
  time: 'about half an hour a seed on two cores, once slipform-lab pair-model has made its model in fifteen minutes',
  seeds: [2, 3, 4, 5, 6, 7, 8, 9],
  runs: (seed) =>
    runsOf(ARMS, {
      ...{
        experiment: 'colours',
        seed,
        pretraining: { of: 'colour pairs', steps: 1500 },
        training: TRAINING,
      },
      evaluation: {
        asks: 'colour pairs',
        artists: 'all',
        split: 'test',
        ...{ pairs: 3000, captions: 8000, seed: 0 },
      },
    }),
  summarise: (runs, folder) => studySummary(runs, folder, STUDY),
  view: studyView(STUDY),
};
