import { ICON_PRETRAINING } from '../icons/icon-pretraining';
import type { IconRunPretraining, LossSpec, Run, Training } from '../run';

/**
 * How every seed of the studies on icons is pretrained and trained on, and what it is asked. Fixed by pilots on validation artists,
 * seeds from 900 on, before any seed below: docs/decisions/0031-studies-on-icons.md.
 */
const ICON_RUN_PRETRAINING: IconRunPretraining = {
  of: 'icons',
  ...ICON_PRETRAINING,
  // Of the committed model's towers the cheaper form: sixteen of them are made.
  image: { ...ICON_PRETRAINING.image, layers: 1, activation: 'gelu_new' },
  text: { ...ICON_PRETRAINING.text, activation: 'gelu_new' },
  steps: 1000,
  warmupSteps: 100,
};

export const ICON_TRAINING: Training = {
  captions: 0,
  steps: 150,
  batchSize: 256,
  learningRate: 5e-4,
  warmupSteps: 15,
  weightDecay: 0.1,
  measureEvery: 25,
  budgets: ['similarity'],
};

/** Where the studies on icons keep rows, pretrainings and drawings, which they share. */
export const ICONS_OUT = 'slipform-icons';

/** ln(.952/.048): the balance point at the share that hard negatives have at a batch of 256. */
const MARGIN = 3;

/** Of mean 2.92 over the changed words of the pool: 0.9 at c = 1.8 and 4.4 at c = 5. */
const ADAPTIVE_MAX = 4.41;

export const ICON_LOSSES = {
  infoNce: { name: 'infoNce' },
  noMargin: { name: 'noMargin' },
  static: { name: 'static', value: MARGIN },
  adaptive: { name: 'adaptive', max: ADAPTIVE_MAX },
  permuted: { name: 'adaptive', max: ADAPTIVE_MAX, control: 'permuted' },
  // The same margins turned about their mean of 2.92, which is that at the pool's mean concreteness of 3.645.
  reversed: { name: 'adaptive', max: 1.43, min: 5.84 },
  wide: { name: 'adaptive', max: 2 * MARGIN, control: 'wide' },
} as const satisfies Record<string, LossSpec>;

/** A run of a study on icons; without negatives InfoNCE goes on. */
export function iconRun(
  given: Pick<Run, 'experiment' | 'variant' | 'seed' | 'loss'> & {
    readonly pool: 'edited' | 'partners';
  } & Partial<Run>,
): Run {
  const { pool, ...rest } = given;
  return {
    dataset: { shows: 'icons', sets: 'all', pool },
    pretraining: ICON_RUN_PRETRAINING,
    training: ICON_TRAINING,
    layout: 'captions',
    // Seeds of pilots see validation artists alone.
    evaluation: {
      asks: 'icons',
      split: given.seed >= 900 ? 'validation' : 'test',
      questions: 10_000,
      retrieval: 2000,
      answers: true,
    },
    ...rest,
  };
}
