// npm run lab -- colours
// Which mined negatives and which loss teach attribute binding, and does search stay? Decision 47 registers it.
import type { Experiment } from '../experiment';
import { GROUPS, PAIRINGS, RECALL, SWAPS, SWAPS_BY_NAMES } from '../pairs/measures';
import type { Training } from '../run';
import { type Study, studySummary, studyView } from '../views/study-view';
import { type Arm, type ArmsOptions, runsOf } from './arms';

const TRAINING: Training = {
  captions: 0,
  steps: 150,
  batchSize: 128,
  learningRate: 5e-4,
  warmupSteps: 8,
  weightDecay: 0.1,
  measureEvery: 15,
  budgets: ['similarity'],
};

/** Weight of `keepClose`, chosen on validation artists. */
const KEEP = 1;

const constant = { name: 'static', value: 2 } as const;
const adaptive = { name: 'adaptive', max: 4, scale: 'rank' } as const;
const slipform = { recipe: 'composition', layout: 'paired', loss: adaptive } as const;

const ARMS: readonly Arm[] = [
  { variant: 'InfoNCE', loss: { name: 'infoNce' } },
  { variant: 'swaps', recipe: 'swaps', loss: constant },
  { variant: 'Slipform, not kept', ...slipform },
  { variant: 'Slipform', ...slipform, keep: KEEP },
  { variant: 'hard pictures', recipe: 'composition', as: 'pairs', loss: { name: 'infoNce' }, keep: KEEP },
  { variant: 'random', recipe: 'random', layout: 'paired', loss: constant, keep: KEEP },
  { variant: 'constant margin', ...slipform, loss: constant, keep: KEEP },
  { variant: 'InfoNCE, kept', loss: { name: 'infoNce' }, keep: KEEP },
  { variant: 'swaps, kept', recipe: 'swaps', loss: constant, keep: KEEP },
];

const MEASURES: Study['measures'] = [
  ...PAIRINGS.map((measure) => [measure.name.replace(', pairing', ''), measure] as const),
  ['swaps of held-\nout names', SWAPS_BY_NAMES[1]!],
  ['swap, group', GROUPS[0]!],
  ['recall@10', RECALL],
];

const FRONTIER: Study['frontier'] = [
  ['Swaps paired right', SWAPS],
  ['Swaps in free wordings paired right', PAIRINGS[1]!],
];

const STUDY: Study = {
  name: 'colours',
  variants: ['checkpoint', ...ARMS.map(({ variant }) => variant)],
  contrasts: [
    { variant: 'Slipform', against: 'hard pictures', primary: 'H1' },
    { variant: 'Slipform', against: 'random', primary: 'H2' },
    { variant: 'Slipform', against: 'constant margin', primary: 'H3' },
    { variant: 'constant margin', against: 'random' },
    { variant: 'swaps', against: 'InfoNCE' },
    { variant: 'Slipform', against: 'InfoNCE' },
    { variant: 'Slipform', against: 'checkpoint' },
    { variant: 'Slipform', against: 'Slipform, not kept' },
    { variant: 'swaps, kept', against: 'swaps' },
    { variant: 'InfoNCE, kept', against: 'InfoNCE' },
  ],
  control: { variant: 'swaps', against: 'InfoNCE' },
  asked: ['swaps', SWAPS],
  frontier: FRONTIER,
  measures: MEASURES,
};

const EVALUATION: ArmsOptions['evaluation'] = {
  asks: 'colour pairs',
  artists: 'all',
  split: 'test',
  ...{ pairs: 3000, captions: 8000, seed: 0 },
};

export const colours: Experiment = {
  name: 'colours',
  question:
    'Which mined negatives and which loss teach attribute binding, and does search stay, on pictures of two coloured things?',
  expected:
    'Slipform teaches more than its pictures without its loss (H1), than random exchanges (H2), and than a constant margin (H3).',
  time: 'about a quarter of an hour a seed on one core',
  seeds: [2, 3, 4],
  runs: (seed) =>
    runsOf(ARMS, {
      ...{ experiment: 'colours', seed, pretraining: 'committed', training: TRAINING },
      evaluation: EVALUATION,
    }),
  summarise: (runs, folder) => studySummary(runs, folder, STUDY),
  view: studyView(STUDY),
};

const IN_PYTORCH: Study = {
  ...STUDY,
  name: 'colours-pytorch',
  contrasts: STUDY.contrasts.filter(({ variant, against }) =>
    [variant, against].every((name) => !['random', 'constant margin'].includes(name)),
  ),
  variants: STUDY.variants.filter((name) => !['random', 'constant margin'].includes(name)),
};

/** The same from the same start by another trainer: PyTorch's, with the losses of slipform_torch. */
export const coloursPytorch: Experiment = {
  name: 'colours-pytorch',
  question: 'Does training in PyTorch, with its losses, teach what training in TensorFlow.js does?',
  expected: 'The same contrasts as in colours.',
  time: 'about ten minutes a seed on one core, with a Python that PYTHON names',
  seeds: [2, 3, 4],
  runs: (seed) =>
    runsOf(
      ARMS.filter(({ variant }) => IN_PYTORCH.variants.includes(variant)),
      {
        ...{ experiment: 'colours-pytorch', seed, pretraining: 'committed', training: TRAINING },
        trainer: 'pytorch',
        evaluation: EVALUATION,
      },
    ),
  summarise: (runs, folder) => studySummary(runs, folder, IN_PYTORCH),
  view: studyView(IN_PYTORCH),
};

const WORDED: readonly Arm[] = [
  ...ARMS.filter(({ variant }) => ['InfoNCE', 'Slipform'].includes(variant)).map((arm) => ({
    ...arm,
    variant: `${arm.variant}, one wording`,
  })),
  ...ARMS.filter(({ variant }) =>
    ['InfoNCE', 'swaps', 'Slipform, not kept', 'Slipform', 'InfoNCE, kept', 'swaps, kept'].includes(variant),
  ).map((arm) => ({ ...arm, wordings: 'several' as const })),
];

const WORDINGS: Study = {
  name: 'wordings',
  variants: ['checkpoint', ...WORDED.map(({ variant }) => variant)],
  contrasts: [
    { variant: 'Slipform', against: 'checkpoint', primary: 'W1' },
    { variant: 'Slipform', against: 'Slipform, one wording', primary: 'W2' },
    { variant: 'Slipform', against: 'InfoNCE', primary: 'W3' },
    { variant: 'swaps', against: 'InfoNCE' },
    { variant: 'swaps, kept', against: 'checkpoint' },
    { variant: 'Slipform', against: 'Slipform, not kept' },
    { variant: 'Slipform', against: 'swaps, kept' },
    { variant: 'InfoNCE', against: 'InfoNCE, one wording' },
    { variant: 'InfoNCE', against: 'checkpoint' },
  ],
  control: { variant: 'swaps', against: 'InfoNCE' },
  asked: ['swaps in free wordings', PAIRINGS[1]!],
  frontier: FRONTIER,
  measures: MEASURES,
};

/** Whether what is learned of captions in several wordings is bound to their wordings. Decision 48 registers it. */
export const wordings: Experiment = {
  name: 'wordings',
  question:
    'Do mined captions in several wordings teach binding that holds in wordings which training lacks?',
  expected: 'Slipform gains on its start (W1), on one wording (W2) and on InfoNCE (W3) in free wordings.',
  time: 'about seven minutes a seed on one core',
  seeds: [5, 6, 7, 8],
  runs: (seed) =>
    runsOf(WORDED, {
      ...{ experiment: 'wordings', seed, pretraining: 'committed', training: TRAINING },
      evaluation: EVALUATION,
    }),
  summarise: (runs, folder) => studySummary(runs, folder, WORDINGS),
  view: studyView(WORDINGS),
};

const WEIGHTS: readonly Arm[] = [
  { variant: 'InfoNCE', loss: { name: 'infoNce' } },
  { variant: 'kept by 0', ...slipform },
  ...[0.3, 1, 3].map((keep): Arm => ({ variant: `kept by ${keep}`, ...slipform, keep })),
];

const VALIDATION: Study = {
  name: 'colours-validation',
  variants: ['checkpoint', ...WEIGHTS.map(({ variant }) => variant)],
  contrasts: WEIGHTS.slice(2).map(({ variant }) => ({ variant, against: 'kept by 0', primary: variant })),
  control: { variant: 'kept by 0', against: 'InfoNCE' },
  asked: ['swaps', SWAPS],
  frontier: FRONTIER,
  measures: MEASURES,
};

/** By which the weight of the study was chosen: another seed, validation artists. */
export const coloursValidation: Experiment = {
  name: 'colours-validation',
  question: 'How close to its start is Slipform kept best, by validation artists?',
  expected: 'Some weight keeps most of the binding and all of the search.',
  time: 'about ten minutes on one core',
  seeds: [900],
  runs: (seed) =>
    runsOf(WEIGHTS, {
      ...{ experiment: 'colours-validation', seed, pretraining: 'committed', training: TRAINING },
      evaluation: { ...EVALUATION, split: 'validation' },
    }),
  summarise: (runs, folder) => studySummary(runs, folder, VALIDATION),
  view: studyView(VALIDATION),
};
