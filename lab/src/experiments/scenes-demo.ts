// npm run lab -- scenes-demo
// Does a margin that follows concreteness teach more composition than the same hard negatives without one?
import { type Experiment, PRETRAINING, TRAINING } from '../experiment';
import type { LossSpec, Pretraining, Run, Training } from '../run';
import { resultsText } from '../views/results-text';
import { scenesDemoView } from '../views/scenes-demo-view';

/**
 * Frozen before Cement was first run: lab/docs/notes/0006-demo-difficulty.md. Cement's margin is its package's default,
 * 0 to 2 logits.
 */
const DEMO_TRAINING: Training = {
  ...TRAINING,
  steps: 300,
  measureEvery: 5,
  budgets: ['similarity'],
};

/** What made the committed checkpoint, and makes one for each seed with --pretrain. Frozen with the training. */
export const DEMO_PRETRAINING: Pretraining = { ...PRETRAINING, embeddingSize: 24 };

const LOSSES: readonly (readonly [variant: string, loss: LossSpec])[] = [
  ['hard negatives', { name: 'noMargin' }],
  ['Cement', { name: 'adaptive', max: 2 }],
  ['InfoNCE', { name: 'infoNce' }],
];

export const scenesDemo: Experiment = {
  name: 'scenes-demo',
  question: 'Do margins teach more composition than the same hard negatives without them?',
  expected: 'Hard negatives help with swapped words, Cement more; the rest stays as it is.',
  time: 'about two minutes on two idle cores, with --pretrain about three for each seed',
  seeds: [0],
  runs(seed, { firstSeed, pretrain }) {
    const common = {
      experiment: 'scenes-demo',
      seed,
      dataset: { shows: 'things', detail: 'simple', things: 'demo' },
      pretraining: pretrain ? DEMO_PRETRAINING : 'committed',
      loss: { name: 'infoNce' },
      layout: 'captions',
      // The first artist's drawings are those of training.
      evaluation: { asks: 'scenes', styles: ['noto', 'fluent'], count: 1000, seed: firstSeed, answers: true },
    } as const satisfies Partial<Run>;
    const checkpoint: Run = { ...common, variant: 'checkpoint' };
    return [
      ...LOSSES.map(
        ([variant, loss]): Run => ({
          ...common,
          variant,
          loss,
          training: DEMO_TRAINING,
          ...(loss.name === 'infoNce' ? {} : { negatives: { policy: 'max', perCaption: 4 } }),
        }),
      ),
      // The committed checkpoint and the text are the same for every seed.
      ...(pretrain || seed === firstSeed ? [checkpoint] : []),
      ...(seed === firstSeed
        ? [{ ...common, variant: 'text only', pretraining: 'text only', training: DEMO_TRAINING } as const]
        : []),
    ];
  },
  summarise: resultsText,
  view: scenesDemoView,
};
