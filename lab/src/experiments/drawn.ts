// npm run lab -- drawn
// Does training by the miner teach things, attributes and counts on people's captions, and does search stay? Decision 49 registers it.
import {
  BOTH_ORDERS,
  BY_RELATION,
  DRAWN_GROUPS,
  DRAWN_PAIRINGS,
  MINED_GROUP,
  MINED_PAIRING,
} from '../drawn/measures';
import type { Experiment } from '../experiment';
import { RECALL } from '../pairs/measures';
import type { Training } from '../run';
import { type Study, studySummary, studyView } from '../views/study-view';
import { type Arm, type ArmsOptions, runsOf } from './arms';

const PRETRAINING: Training = {
  captions: 0,
  steps: 500,
  batchSize: 256,
  learningRate: 1e-3,
  warmupSteps: 50,
  weightDecay: 0.1,
  measureEvery: 50,
  dropWords: 0.15,
};

const TRAINING: Training = {
  captions: 0,
  steps: 240,
  batchSize: 128,
  learningRate: 1e-3,
  warmupSteps: 8,
  weightDecay: 0.1,
  measureEvery: 24,
  budgets: ['similarity'],
};

const mined = { recipe: 'composition', loss: { name: 'noMargin' } } as const;

const ARMS: readonly Arm[] = [
  { variant: 'InfoNCE', loss: { name: 'infoNce' } },
  { variant: 'mined captions', ...mined },
  { variant: 'hard pictures', ...mined, layout: 'paired' },
  {
    ...{ variant: 'Slipform', recipe: 'composition', layout: 'paired', keep: 1 },
    loss: { name: 'adaptive', max: 4, scale: 'rank' },
  },
];

const GROUP = ['mined kinds, group', MINED_GROUP] as const;

const PRIMARIES = [
  { variant: 'Slipform', against: 'InfoNCE', primary: 'D1' },
  { variant: 'hard pictures', against: 'mined captions', primary: 'D2' },
  { variant: 'mined captions', against: 'InfoNCE', primary: 'D3' },
];

const STUDY: Study = {
  name: 'drawn',
  hidesCaptions: true,
  variants: ['checkpoint', ...ARMS.map(({ variant }) => variant)],
  contrasts: [
    ...PRIMARIES,
    ...PRIMARIES.map((each) => ({ ...each, on: GROUP })),
    { variant: 'hard pictures', against: 'InfoNCE' },
    { variant: 'Slipform', against: 'checkpoint' },
    { variant: 'InfoNCE', against: 'checkpoint' },
  ],
  control: { variant: 'hard pictures', against: 'InfoNCE', on: GROUP },
  asked: ['mined kinds', MINED_PAIRING],
  frontier: [
    ['Mined kinds paired right', MINED_PAIRING],
    ['Mined kinds, group', MINED_GROUP],
  ],
  measures: [
    ['mined kinds', MINED_PAIRING],
    ...DRAWN_PAIRINGS.map((measure) => [measure.name.replace(', pairing', ''), measure] as const),
    ['both\norders', BOTH_ORDERS],
    ...BY_RELATION.map((measure) => [measure.name.replace(', pairing', ''), measure] as const),
    ['mined kinds,\ngroup', MINED_GROUP],
    ...DRAWN_GROUPS.slice(0, 3).map((measure) => [measure.name.replace(', ', ',\n'), measure] as const),
    ['recall@10', RECALL],
  ],
};

const EVALUATION: ArmsOptions['evaluation'] = {
  asks: 'drawn captions',
  artists: 'all',
  split: 'test',
  ...{ pairs: 600, captions: 10_000, seed: 0 },
};

const of = (experiment: string, evaluation: typeof EVALUATION) => (seed: number) =>
  runsOf(ARMS, {
    ...{ experiment, seed, pretraining: PRETRAINING, training: TRAINING, trainer: 'pytorch' },
    evaluation,
  });

export const drawn: Experiment = {
  name: 'drawn',
  question:
    'Does training by the miner teach things, attributes and counts of people’s drawn captions, and does search stay?',
  expected:
    'Slipform teaches more than InfoNCE (D1), hard pictures more than hard captions (D2), these more than none (D3).',
  time: 'about ten minutes a seed on one core, with a Python that PYTHON names',
  seeds: [1, 2, 3, 4],
  runs: of('drawn', EVALUATION),
  summarise: (runs, folder) => studySummary(runs, folder, STUDY),
  view: studyView(STUDY),
};

const VALIDATION: Study = { ...STUDY, name: 'drawn-validation' };

/** By which steps and measures of the study were chosen: captions of other images, by an artist of training. */
export const drawnValidation: Experiment = {
  ...drawn,
  name: 'drawn-validation',
  seeds: [900],
  runs: of('drawn-validation', { ...EVALUATION, split: 'validation' }),
  summarise: (runs, folder) => studySummary(runs, folder, VALIDATION),
  view: studyView(VALIDATION),
};
