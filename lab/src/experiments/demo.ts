// npm run demo
// Do hard negatives, and margins on them, teach what carries to icons by artists whom no model saw?
import type { Experiment } from '../experiment';
import type { DemoMining, LossSpec, Run, Training } from '../run';
import { demoText } from '../views/demo-text';
import { demoView } from '../views/demo-view';

/**
 * Only the text tower, both projections and the temperature are trained. Learning rate, steps and margin were chosen on
 * validation artists (mynaui, lineicons, gravity-ui, jam, akar-icons, coreui; seed 0): lab/README.md#the-demo.
 */
const TRAINING: Training = {
  captions: 0,
  steps: 150,
  batchSize: 256,
  learningRate: 3e-4,
  warmupSteps: 20,
  weightDecay: 0.1,
  measureEvery: 5,
  budgets: ['similarity'],
};

const MINING: DemoMining = { policy: 'max', perCaption: 4, operations: ['natural'], icons: 7000, seed: 0 };

const LOSSES: readonly (readonly [variant: string, loss: LossSpec])[] = [
  ['hard negatives', { name: 'noMargin' }],
  ['Cement', { name: 'adaptive', max: 8 }],
  ['InfoNCE', { name: 'infoNce' }],
];

export const demo: Experiment = {
  name: 'demo',
  question: 'Do hard negatives with pictures, and margins on them, teach what carries to unseen artists?',
  expected:
    'Natural partners as hard negatives help on natural pairs of unseen artists, a margin more; retrieval stays as it is.',
  time: 'about three minutes on two idle cores',
  seeds: [0],
  runs(seed, { firstSeed }) {
    const common = {
      experiment: 'demo',
      seed,
      dataset: { shows: 'icons', sets: 'core', pool: 'partners' },
      pretraining: 'committed',
      loss: { name: 'infoNce' },
      layout: 'paired',
      evaluation: { asks: 'demo', pairs: 4000, mining: MINING },
    } as const satisfies Partial<Run>;
    return [
      ...LOSSES.map(
        ([variant, loss]): Run => ({
          ...common,
          ...{ variant, loss, training: TRAINING },
          ...(loss.name === 'infoNce' ? {} : { negatives: { partners: 'all' } }),
        }),
      ),
      // The same for every seed.
      ...(seed === firstSeed
        ? [
            { ...common, variant: 'checkpoint' },
            { ...common, variant: 'text only', pretraining: 'text only' } as const,
          ]
        : []),
    ];
  },
  summarise: demoText,
  view: demoView,
};
