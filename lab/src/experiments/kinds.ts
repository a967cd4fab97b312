// npm run lab -- kinds
// What does training on one kind of change teach about the others?

import { type Experiment, NEGATIVES, sceneRun } from '../experiment';
import type { MinedNegatives } from '../run';
import { compareVariants } from '../views/compare-variants';

const KINDS: readonly (readonly [name: string, negatives: MinedNegatives])[] = [
  ['objects replaced', { ...NEGATIVES, slots: ['object'], operations: ['replace'] }],
  ['objects swapped', { ...NEGATIVES, slots: ['object'], operations: ['swap'] }],
  ['attributes replaced', { ...NEGATIVES, slots: ['attribute'], operations: ['replace'] }],
  ['attributes swapped', { ...NEGATIVES, slots: ['attribute'], operations: ['swap'] }],
  ['relations replaced', { ...NEGATIVES, slots: ['relation'] }],
  ['all kinds', NEGATIVES],
];

export const kinds: Experiment = {
  name: 'kinds',
  question: 'What does training on one kind of change teach about the others?',
  expected:
    'Each kind teaches most about itself; swaps teach each other; relations need negatives of relations.',
  time: 'about 15 minutes on two cores',
  seeds: [0, 1, 2, 3],
  runs: (seed) => [
    sceneRun({ experiment: 'kinds', variant: 'InfoNCE', seed, loss: { name: 'infoNce' } }),
    ...KINDS.map(([variant, negatives]) =>
      sceneRun({ experiment: 'kinds', variant, ...{ seed, negatives }, loss: { name: 'noMargin' } }),
    ),
  ],
  summarise: (runs) =>
    compareVariants(runs, { contrasts: KINDS.map(([variant]) => ({ variant, against: 'InfoNCE' })) }),
};
