// npm run lab -- icons-partners
// Do natural partners with their real pictures teach what edited captions do not? docs/decisions/0031-studies-on-icons.md
import type { Experiment } from '../experiment';
import type { LossSpec, Run } from '../run';
import { type IconContrast, iconSummary } from '../views/icon-summary';
import { ICON_LOSSES, ICONS_OUT, iconRun } from './icons-common';

const ARMS: readonly (readonly [
  variant: string,
  loss: LossSpec,
  layout: Run['layout'],
  negatives?: NonNullable<Run['negatives']>,
])[] = [
  ['unpaired', ICON_LOSSES.infoNce, 'captions'],
  ['edited 3', ICON_LOSSES.static, 'captions', { change: 'partner' }],
  ['captions 3', ICON_LOSSES.static, 'captions', { partners: 'all' }],
  ['pairs', ICON_LOSSES.noMargin, 'paired', { partners: 'all' }],
  ['pairs 3', ICON_LOSSES.static, 'paired', { partners: 'all' }],
  ['abstract pairs 3', ICON_LOSSES.static, 'paired', { partners: 'abstract' }],
  ['concrete pairs 3', ICON_LOSSES.static, 'paired', { partners: 'concrete' }],
];

const CONTRASTS: readonly IconContrast[] = [
  { variant: 'pairs 3', against: 'edited 3', primary: { name: 'P5', expected: 'above' } },
  { variant: 'pairs 3', against: 'unpaired' },
  { variant: 'pairs', against: 'unpaired' },
  { variant: 'pairs 3', against: 'pairs' },
  { variant: 'edited 3', against: 'unpaired' },
  { variant: 'captions 3', against: 'unpaired' },
  { variant: 'captions 3', against: 'edited 3' },
  { variant: 'pairs 3', against: 'captions 3' },
  { variant: 'concrete pairs 3', against: 'abstract pairs 3' },
  { variant: 'abstract pairs 3', against: 'unpaired' },
  { variant: 'concrete pairs 3', against: 'unpaired' },
];

export const iconsPartners: Experiment = {
  name: 'icons-partners',
  question: 'Do natural partners with their real pictures teach composition that edited captions do not?',
  expected: 'Partners with their pictures and a margin teach more than edited captions of the same icons.',
  time: 'about two hours on two cores for eight seeds, after icons-policy',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  out: ICONS_OUT,
  runs: (seed) =>
    ARMS.map(([variant, loss, layout, negatives]) =>
      iconRun({
        ...{ experiment: 'icons-partners', variant, seed, pool: 'partners', loss, layout },
        ...(negatives ? { negatives } : {}),
      }),
    ),
  summarise: (runs, folder) =>
    iconSummary(runs, folder, { experiment: 'icons-partners', contrasts: CONTRASTS }),
};
