// slipform-bench experiment losses
// Does the Cement loss teach more composition than hard negatives without a margin, and is it concreteness that does it?
import type { Cell, LossSpec } from '../cells/cell';
import { compareArms } from './compare-arms';
import { FULL_FINETUNING, FULL_PRETRAINING, type Study } from './study';

const MARGIN = 2;

/** The mean margin that `adaptive` gives to the negatives of training: measured by the miner, not by any result. */
const MEAN_MARGIN = 1.5;

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
  time: 'about two hours on two cores',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  cells: (seeds) =>
    seeds.flatMap((seed) =>
      (['captions', 'paired'] as const).flatMap((layout) =>
        ARMS.filter(([, { name }]) => layout === 'captions' || !CAPTIONS_ONLY.includes(name)).map(
          ([arm, loss]): Cell => ({
            kind: 'scenes',
            study: 'losses',
            arm: layout === 'captions' ? arm : `${arm}, paired`,
            seed,
            pretraining: FULL_PRETRAINING,
            finetuning: FULL_FINETUNING,
            loss,
            negatives: { policy: 'max', perCaption: 4 },
            layout,
            judging: { styles: ['noto', 'fluent', 'twemoji'], count: 400 },
          }),
        ),
      ),
    ),
  summarise: (cells) =>
    compareArms(cells, [
      { arm: 'no margin', against: 'InfoNCE' },
      { arm: 'no margin', against: 'extra easy captions' },
      { arm: 'adaptive', against: 'no margin' },
      { arm: 'adaptive', against: 'static' },
      { arm: 'adaptive', against: 'adaptive, permuted' },
      { arm: 'adaptive', against: 'adaptive, reversed' },
    ]),
};
