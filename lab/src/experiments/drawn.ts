// npm run lab -- drawn
// What the miner is for: people's captions, drawn. Decision 49 registers `drawn`, decision 51 `drawn-margins`.
import {
  BOTH_ORDERS,
  BY_RELATION,
  DRAWN_GROUPS,
  DRAWN_PAIRINGS,
  MINED_GROUP,
  MINED_PAIRING,
} from '../drawn/measures';
import { RECALL } from '../pairs/measures';
import type { Training } from '../run';
import { type StudyOptions, studyOf } from './arms';

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

const infoNce = { variant: 'InfoNCE', loss: { name: 'infoNce' } } as const;
const mined = { recipe: 'composition', loss: { name: 'noMargin' } } as const;
const paired = { recipe: 'composition', layout: 'paired' } as const;
const slipform = {
  ...{ variant: 'Slipform', ...paired, keep: 1 },
  loss: { name: 'adaptive', max: 4, scale: 'rank' },
} as const;

const GROUP = ['mined kinds, group', MINED_GROUP] as const;

/** Contrasts on pairing, and then on group. */
const both = (contrasts: StudyOptions['contrasts']) => [
  ...contrasts,
  ...contrasts.map((each) => ({ ...each, on: GROUP })),
];

/** What the studies of drawn captions share. */
const COMMON = {
  hidesCaptions: true,
  pretraining: PRETRAINING,
  training: TRAINING,
  trainer: 'pytorch',
  time: 'about ten minutes a seed on one core, with a Python that PYTHON names',
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
  evaluation: {
    asks: 'drawn captions',
    artists: 'all',
    split: 'test',
    ...{ pairs: 600, captions: 10_000, seed: 0 },
  },
} satisfies Partial<StudyOptions>;

const DRAWN: StudyOptions = {
  ...COMMON,
  name: 'drawn',
  question:
    'Does training by the miner teach things, attributes and counts of people’s drawn captions, and does search stay?',
  expected:
    'Slipform teaches more than InfoNCE (D1), hard pictures more than hard captions (D2), these more than none (D3).',
  seeds: [1, 2, 3, 4],
  arms: [
    infoNce,
    { variant: 'mined captions', ...mined },
    { variant: 'hard pictures', ...mined, layout: 'paired' },
    slipform,
  ],
  contrasts: [
    ...both([
      { variant: 'Slipform', against: 'InfoNCE', primary: 'D1' },
      { variant: 'hard pictures', against: 'mined captions', primary: 'D2' },
      { variant: 'mined captions', against: 'InfoNCE', primary: 'D3' },
    ]),
    { variant: 'hard pictures', against: 'InfoNCE' },
    { variant: 'Slipform', against: 'checkpoint' },
    { variant: 'InfoNCE', against: 'checkpoint' },
  ],
  control: { variant: 'hard pictures', against: 'InfoNCE', on: GROUP },
};

export const drawn = studyOf(DRAWN);

/** By which steps and measures of the study were chosen: captions of other images, by an artist of training. */
export const drawnValidation = studyOf({
  ...DRAWN,
  name: 'drawn-validation',
  seeds: [900],
  evaluation: { ...COMMON.evaluation, split: 'validation' },
});

/** Whether it is the margin, or that it follows concreteness, from four other pretrainings. */
export const drawnMargins = studyOf({
  ...COMMON,
  name: 'drawn-margins',
  question:
    'Does a margin, or a margin that follows concreteness, teach more than hard pictures on people’s drawn captions?',
  expected: 'A margin by concreteness teaches more than a constant one (M1), and that more than none (M2).',
  seeds: [11, 12, 13, 14],
  arms: [
    infoNce,
    { variant: 'hard pictures, kept', ...mined, layout: 'paired', keep: 1 },
    { variant: 'constant margin', ...paired, keep: 1, loss: { name: 'static', value: 2 } },
    slipform,
  ],
  contrasts: [
    ...both([
      { variant: 'Slipform', against: 'constant margin', primary: 'M1' },
      { variant: 'constant margin', against: 'hard pictures, kept', primary: 'M2' },
    ]),
    { variant: 'Slipform', against: 'InfoNCE' },
    { variant: 'hard pictures, kept', against: 'InfoNCE' },
    { variant: 'Slipform', against: 'hard pictures, kept' },
    { variant: 'Slipform', against: 'checkpoint' },
    { variant: 'InfoNCE', against: 'checkpoint' },
  ],
  control: { variant: 'hard pictures, kept', against: 'InfoNCE', on: GROUP },
  absorbed: 'described',
});
