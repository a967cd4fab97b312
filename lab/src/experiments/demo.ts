// npm run demo
// Do captions with the same words bound the other way, and a margin on them, teach what carries to pictures by held-out artists?
import type { Experiment } from '../experiment';
import type { LossSpec, Run, Training } from '../run';
import { demoText } from '../views/demo-tables';
import { demoView } from '../views/demo-view';

/** Learning rate, steps and margin were chosen on validation artists: lab/README.md#the-demo. */
const TRAINING: Training = {
  captions: 0,
  steps: 150,
  batchSize: 128,
  learningRate: 1e-3,
  warmupSteps: 8,
  weightDecay: 0.1,
  measureEvery: 10,
  budgets: ['similarity'],
};

const LOSSES: readonly (readonly [variant: string, loss: LossSpec])[] = [
  ['hard captions', { name: 'noMargin' }],
  ['Cement', { name: 'adaptive', max: 6 }],
  ['InfoNCE', { name: 'infoNce' }],
];

export const demo: Experiment = {
  name: 'demo',
  question:
    'Attribute binding: do swapped captions, and a margin on them, teach what carries to held-out artists?',
  expected: 'Swapped captions help on swaps of held-out artists, a margin more; retrieval stays as it is.',
  time: 'about two minutes on two idle cores',
  seeds: [0],
  runs(seed, { firstSeed }) {
    const common = {
      experiment: 'demo',
      seed,
      dataset: { shows: 'icons', sets: 'core', pool: 'partners' },
      pretraining: 'committed',
      loss: { name: 'infoNce' },
      layout: 'captions',
      evaluation: { asks: 'demo', pairs: 500, captions: 8000, seed: 0 },
    } as const satisfies Partial<Run>;
    return [
      ...LOSSES.map(
        ([variant, loss]): Run => ({
          ...common,
          ...{ variant, loss, training: TRAINING },
          ...(loss.name === 'infoNce' ? {} : { negatives: { kinds: ['swap'] } }),
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
