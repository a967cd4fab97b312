// npm run lab -- losses
// Does the Cement loss teach more composition than hard negatives without a margin, and is it concreteness that does it?

import { type Experiment, sceneRun } from '../experiment';
import type { LossSpec } from '../run';
import { compareVariants } from '../views/compare-variants';

const MARGIN = 2;

/** The mean margin that `adaptive` gives to the negatives of training: measured by the miner, not by any result. */
const MEAN_MARGIN = 1.6;

const VARIANTS: readonly (readonly [variant: string, loss: LossSpec])[] = [
  ['InfoNCE', { name: 'infoNce' }],
  ['extra easy captions', { name: 'extraEasy' }],
  ['no margin', { name: 'noMargin' }],
  ['static', { name: 'static', value: MEAN_MARGIN }],
  ['adaptive', { name: 'adaptive', max: MARGIN }],
  ['adaptive, permuted', { name: 'adaptive', max: MARGIN, control: 'permuted' }],
  ['adaptive, reversed', { name: 'adaptive', max: MARGIN, control: 'reversed' }],
  ['adaptive, scale fixed', { name: 'adaptive', max: MARGIN, control: 'fixedScale' }],
  ['balanced', { name: 'balanced', share: 0.5 }],
  ['CE-CLIP', { name: 'ceClip' }],
  ['HN-NCE', { name: 'hnNce' }],
];

/** Losses that the paired layout has no form of. */
const CAPTIONS_ONLY = ['infoNce', 'extraEasy', 'ceClip', 'hnNce'];

export const losses: Experiment = {
  name: 'losses',
  question: 'Which loss teaches composition, and does concreteness decide?',
  expected:
    'Hard negatives beat InfoNCE and extra easy captions; margins beat none; if concreteness matters, adaptive beats permuted.',
  time: 'about an hour and a half on two cores',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  runs: (seed) =>
    (['captions', 'paired'] as const).flatMap((layout) =>
      VARIANTS.filter(([, { name }]) => layout === 'captions' || !CAPTIONS_ONLY.includes(name)).map(
        ([variant, loss]) =>
          sceneRun({
            experiment: 'losses',
            variant: layout === 'captions' ? variant : `${variant}, paired`,
            ...{ seed, loss, layout },
          }),
      ),
    ),
  summarise: (runs) =>
    compareVariants(runs, {
      contrasts: [
        { variant: 'no margin', against: 'InfoNCE' },
        { variant: 'no margin', against: 'extra easy captions' },
        { variant: 'adaptive', against: 'no margin' },
        { variant: 'static', against: 'no margin' },
        { variant: 'adaptive', against: 'static' },
        { variant: 'adaptive', against: 'adaptive, permuted' },
        { variant: 'adaptive', against: 'adaptive, reversed' },
        { variant: 'adaptive', against: 'adaptive, scale fixed' },
        { variant: 'balanced', against: 'adaptive' },
        { variant: 'CE-CLIP', against: 'no margin' },
        { variant: 'HN-NCE', against: 'no margin' },
        { variant: 'no margin, paired', against: 'no margin' },
        { variant: 'adaptive, paired', against: 'no margin, paired' },
        { variant: 'adaptive, paired', against: 'adaptive, permuted, paired' },
        { variant: 'adaptive, paired', against: 'static, paired' },
      ],
      primary: { variant: 'adaptive', against: 'static' },
      prices: [
        { variant: 'adaptive', against: 'InfoNCE' },
        { variant: 'adaptive', against: 'no margin' },
        { variant: 'balanced', against: 'InfoNCE' },
        { variant: 'HN-NCE', against: 'InfoNCE' },
      ],
    }),
};
