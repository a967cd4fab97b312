// npm run lab -- icons-policy
// Which word should a hard caption change, and should its margin follow concreteness? docs/decisions/0031-studies-on-icons.md
import type { Experiment } from '../experiment';
import type { EditedCaptions, LossSpec } from '../run';
import { type IconContrast, iconSummary } from '../views/icon-summary';
import { ICON_LOSSES, ICONS_OUT, iconRun } from './icons-common';

type Change = EditedCaptions['change'];

/** In the order of the registration's blocks. */
const ARMS: readonly (readonly [variant: string, loss: LossSpec, change?: Change])[] = [
  ['none', ICON_LOSSES.infoNce],
  ['abstract 3', ICON_LOSSES.static, 'abstract'],
  ['concrete 3', ICON_LOSSES.static, 'concrete'],
  ['random 3', ICON_LOSSES.static, 'random'],
  ['adaptive', ICON_LOSSES.adaptive, 'random'],
  ['random', ICON_LOSSES.noMargin, 'random'],
  ['permuted', ICON_LOSSES.permuted, 'random'],
  ['reversed', ICON_LOSSES.reversed, 'random'],
  ['wide', ICON_LOSSES.wide, 'random'],
  ['weighted 3', ICON_LOSSES.static, 'weighted'],
  ['abstract', ICON_LOSSES.noMargin, 'abstract'],
  ['concrete', ICON_LOSSES.noMargin, 'concrete'],
];

/** P1 and P2 of the registration first. */
const CONTRASTS: readonly IconContrast[] = [
  { variant: 'concrete 3', against: 'abstract 3', primary: { name: 'P1', expected: 'above' } },
  { variant: 'adaptive', against: 'random 3', primary: { name: 'P2', expected: 'above' } },
  { variant: 'concrete 3', against: 'random 3' },
  { variant: 'abstract 3', against: 'none' },
  { variant: 'concrete 3', against: 'none' },
  { variant: 'random 3', against: 'none' },
  { variant: 'random', against: 'none' },
  { variant: 'random 3', against: 'random' },
  { variant: 'adaptive', against: 'permuted' },
  { variant: 'adaptive', against: 'reversed' },
  { variant: 'wide', against: 'random 3' },
  { variant: 'weighted 3', against: 'random 3' },
  { variant: 'concrete', against: 'abstract' },
  { variant: 'none', against: 'checkpoint' },
];

export const iconsPolicy: Experiment = {
  name: 'icons-policy',
  question: 'Does the concreteness of the changed word decide what hard captions of icons teach?',
  expected:
    'Hard captions that change the concrete word teach more composition than those that change the abstract one (the paper), at one margin of 3 logits; a margin that follows concreteness teaches more than a constant of equal mean.',
  time: 'about four hours on two cores for eight seeds, once lab/corpus is installed',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  out: ICONS_OUT,
  runs(seed) {
    const given = { experiment: 'icons-policy', seed, pool: 'edited' } as const;
    const { training: _, ...checkpoint } = iconRun({
      ...given,
      variant: 'checkpoint',
      loss: ICON_LOSSES.infoNce,
    });
    return [
      checkpoint,
      ...ARMS.map(([variant, loss, change]) =>
        iconRun({ ...given, variant, loss, ...(change ? { negatives: { change } } : {}) }),
      ),
    ];
  },
  summarise: (runs, folder) =>
    iconSummary(runs, folder, { experiment: 'icons-policy', contrasts: CONTRASTS }),
};
