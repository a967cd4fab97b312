// slipform-bench experiment losses
// Does the Cement loss teach more composition than hard negatives without a margin, and is it concreteness that does it?
import type { LossSpec } from '../cells/cell';
import { compareArms } from './compare-arms';
import { type Study, sceneCell } from './study';

const MARGIN = 2;

/** The mean margin that `adaptive` gives to the negatives of training: measured by the miner, not by any result. */
const MEAN_MARGIN = 1.6;

const ARMS: readonly (readonly [arm: string, loss: LossSpec])[] = [
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

export const losses: Study = {
  name: 'losses',
  question: 'Which loss teaches composition, and does concreteness decide?',
  expected:
    'Hard negatives beat InfoNCE and extra easy captions; margins beat none; if concreteness matters, adaptive beats permuted.',
  time: 'about an hour and a half on two cores',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  cells: (seeds) =>
    (['captions', 'paired'] as const).flatMap((layout) =>
      seeds.flatMap((seed) =>
        ARMS.filter(([, { name }]) => layout === 'captions' || !CAPTIONS_ONLY.includes(name)).map(
          ([arm, loss]) =>
            sceneCell({
              study: 'losses',
              arm: layout === 'captions' ? arm : `${arm}, paired`,
              ...{ seed, loss, layout },
            }),
        ),
      ),
    ),
  summarise: (cells) =>
    compareArms(cells, {
      contrasts: [
        { arm: 'no margin', against: 'InfoNCE' },
        { arm: 'no margin', against: 'extra easy captions' },
        { arm: 'adaptive', against: 'no margin' },
        { arm: 'static', against: 'no margin' },
        { arm: 'adaptive', against: 'static' },
        { arm: 'adaptive', against: 'adaptive, permuted' },
        { arm: 'adaptive', against: 'adaptive, reversed' },
        { arm: 'adaptive', against: 'adaptive, scale fixed' },
        { arm: 'balanced', against: 'adaptive' },
        { arm: 'CE-CLIP', against: 'no margin' },
        { arm: 'HN-NCE', against: 'no margin' },
        { arm: 'no margin, paired', against: 'no margin' },
        { arm: 'adaptive, paired', against: 'no margin, paired' },
        { arm: 'adaptive, paired', against: 'adaptive, permuted, paired' },
        { arm: 'adaptive, paired', against: 'static, paired' },
      ],
      primary: { arm: 'adaptive', against: 'static' },
      prices: [
        { arm: 'adaptive', against: 'InfoNCE' },
        { arm: 'adaptive', against: 'no margin' },
        { arm: 'balanced', against: 'InfoNCE' },
        { arm: 'HN-NCE', against: 'InfoNCE' },
      ],
    }),
};
