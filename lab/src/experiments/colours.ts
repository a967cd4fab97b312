// npm run lab -- colours
// Which mined negatives and which loss teach attribute binding, and does search stay? Decision 47 registers it.
import { GROUPS, PAIRINGS, RECALL, SWAPS, SWAPS_BY_NAMES, SWAPS_IN_SENTENCES } from '../pairs/measures';
import type { Training } from '../run';
import type { Study } from '../views/study-view';
import { type Arm, type ArmsOptions, type StudyOptions, studyOf } from './arms';

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
const own = { recipe: 'swaps', loss: { name: 'ownNegatives', weight: 1, value: constant.value } } as const;
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

/** Of the arms those with these names, in the order of `ARMS`. */
const armsOf = (...names: readonly string[]) => ARMS.filter(({ variant }) => names.includes(variant));

const MEASURES: Study['measures'] = [
  ...PAIRINGS.map((measure) => [measure.name.replace(', pairing', ''), measure] as const),
  ['swap, in\na sentence', SWAPS_IN_SENTENCES],
  ['swaps of held-\nout names', SWAPS_BY_NAMES[1]!],
  ['swap, group', GROUPS[0]!],
  ['recall@10', RECALL],
];

const EVALUATION: ArmsOptions['evaluation'] = {
  asks: 'colour pairs',
  artists: 'all',
  split: 'test',
  ...{ pairs: 3000, captions: 8000, seed: 0 },
};

/** What all studies of colour pairs share. */
const COMMON = {
  control: { variant: 'swaps', against: 'InfoNCE' },
  asked: ['swaps', SWAPS],
  frontier: [
    ['Swaps paired right', SWAPS],
    ['Swaps in free wordings paired right', PAIRINGS[1]!],
  ],
  measures: MEASURES,
  training: TRAINING,
  evaluation: EVALUATION,
} satisfies Partial<StudyOptions>;

const COLOURS: StudyOptions = {
  ...COMMON,
  name: 'colours',
  question:
    'Which mined negatives and which loss teach attribute binding, and does search stay, on pictures of two coloured things?',
  expected:
    'Slipform teaches more than its pictures without its loss (H1), than random exchanges (H2), and than a constant margin (H3).',
  time: 'about a quarter of an hour a seed on one core',
  seeds: [2, 3, 4],
  arms: ARMS,
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
};

export const colours = studyOf(COLOURS);

const LEFT_OUT = ['random', 'constant margin'];

/** The same from the same start by another trainer: PyTorch's, with the losses of slipform_torch. */
export const coloursPytorch = studyOf({
  ...COLOURS,
  name: 'colours-pytorch',
  question: 'Does training in PyTorch, with its losses, teach what training in TensorFlow.js does?',
  expected: 'The same contrasts as in colours.',
  time: 'about ten minutes a seed on one core, with a Python that PYTHON names',
  trainer: 'pytorch',
  arms: ARMS.filter(({ variant }) => !LEFT_OUT.includes(variant)),
  contrasts: COLOURS.contrasts.filter(
    ({ variant, against }) => !LEFT_OUT.includes(variant) && !LEFT_OUT.includes(against),
  ),
});

/** Whether what is learned of captions in several wordings is bound to their wordings. Decision 48 registers it. */
export const wordings = studyOf({
  ...COMMON,
  name: 'wordings',
  question:
    'Do mined captions in several wordings teach binding that holds in wordings which training lacks?',
  expected: 'Slipform gains on its start (W1), on one wording (W2) and on InfoNCE (W3) in free wordings.',
  time: 'about seven minutes a seed on one core',
  seeds: [5, 6, 7, 8],
  arms: [
    ...armsOf('InfoNCE', 'Slipform').map((arm) => ({ ...arm, variant: `${arm.variant}, one wording` })),
    ...armsOf('InfoNCE', 'swaps', 'Slipform, not kept', 'Slipform', 'InfoNCE, kept', 'swaps, kept').map(
      (arm) => ({ ...arm, wordings: 'several' as const }),
    ),
  ],
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
  asked: ['swaps in free wordings', PAIRINGS[1]!],
});

/** What gains binding and keeps search: the start's weights, its batches, or own negatives beside. Decision 50 registers it. */
const KEEP_SEARCH: StudyOptions = {
  ...COMMON,
  name: 'keep-search',
  question: 'Which fine-tuning gains attribute binding and keeps search?',
  expected:
    'Swaps, kept (K1), Slipform half way back to the start (K2) and own negatives (K3) gain on the start, and search stays within a point.',
  time: 'about twelve minutes a seed on one core, with a Python that PYTHON names',
  seeds: [10, 11, 12, 13],
  arms: [
    ...armsOf('swaps', 'swaps, kept'),
    { variant: 'own negatives', ...own },
    { variant: 'own negatives, kept', ...own, keep: KEEP },
    ...armsOf('Slipform'),
    ...armsOf('InfoNCE, kept'),
    ...armsOf('Slipform, not kept', 'InfoNCE').map((arm) => ({ ...arm, alphas: [0.25, 0.5, 0.75] })),
  ],
  contrasts: [
    { variant: 'swaps, kept', against: 'checkpoint', primary: 'K1' },
    { variant: 'Slipform, not kept, α 0.5', against: 'checkpoint', primary: 'K2' },
    { variant: 'own negatives', against: 'checkpoint', primary: 'K3' },
    ...['swaps', 'own negatives, kept', 'Slipform', 'Slipform, not kept', 'InfoNCE', 'InfoNCE, kept'].map(
      (variant) => ({ variant, against: 'checkpoint' }),
    ),
    { variant: 'swaps, kept', against: 'swaps' },
    { variant: 'swaps, kept', against: 'InfoNCE, kept' },
    { variant: 'swaps, kept', against: 'Slipform, not kept, α 0.5' },
    { variant: 'own negatives', against: 'swaps' },
    { variant: 'swaps', against: 'InfoNCE' },
  ],
  absorbed: 'described',
  evaluation: { ...EVALUATION, sentences: true },
};

export const keepSearch = studyOf({ ...KEEP_SEARCH, trainer: 'pytorch' });

const ONLY_PYTORCH = ['own negatives, kept', 'Slipform', 'InfoNCE, kept'];

/** The same by tfjs's trainer from the committed start, in fewer arms. */
export const keepSearchTfjs = studyOf({
  ...KEEP_SEARCH,
  name: 'keep-search-tfjs',
  question: 'Does training in TensorFlow.js gain and keep what training in PyTorch does?',
  expected: 'The same contrasts as in keep-search.',
  time: 'about seven minutes a seed on one core',
  seeds: [20, 21, 22],
  arms: KEEP_SEARCH.arms
    .filter(({ variant }) => !ONLY_PYTORCH.includes(variant))
    .map((arm) => ({ ...arm, ...(arm.alphas && { alphas: [0.5] }) })),
  contrasts: KEEP_SEARCH.contrasts.filter(
    ({ variant, against }) => ![variant, against].some((each) => ONLY_PYTORCH.includes(each)),
  ),
});

const WEIGHTS = [0.3, 1, 3].map((keep): Arm => ({ variant: `kept by ${keep}`, ...slipform, keep }));

/** By which the weight of the study was chosen: another seed, validation artists. */
export const coloursValidation = studyOf({
  ...COMMON,
  name: 'colours-validation',
  question: 'How close to its start is Slipform kept best, by validation artists?',
  expected: 'Some weight keeps most of the binding and all of the search.',
  time: 'about ten minutes on one core',
  seeds: [900],
  arms: [...armsOf('InfoNCE'), { variant: 'kept by 0', ...slipform }, ...WEIGHTS],
  contrasts: WEIGHTS.map(({ variant }) => ({ variant, against: 'kept by 0', primary: variant })),
  control: { variant: 'kept by 0', against: 'InfoNCE' },
  evaluation: { ...EVALUATION, split: 'validation' },
});
