// slipform-bench experiment kinds
// What does training on one kind of change teach about the others?
import type { NegativesSpec } from '../cells/cell';
import { compareArms } from './compare-arms';
import { NEGATIVES, type Study, sceneCell } from './study';

const KINDS: readonly (readonly [name: string, negatives: NegativesSpec])[] = [
  ['objects replaced', { ...NEGATIVES, slots: ['object'], operations: ['replace'] }],
  ['objects swapped', { ...NEGATIVES, slots: ['object'], operations: ['swap'] }],
  ['attributes replaced', { ...NEGATIVES, slots: ['attribute'], operations: ['replace'] }],
  ['attributes swapped', { ...NEGATIVES, slots: ['attribute'], operations: ['swap'] }],
  ['relations replaced', { ...NEGATIVES, slots: ['relation'] }],
  ['all kinds', NEGATIVES],
];

export const kinds: Study = {
  name: 'kinds',
  question: 'What does training on one kind of change teach about the others?',
  expected:
    'Each kind teaches most about itself; swaps teach each other; relations need negatives of relations.',
  time: 'about 15 minutes on two cores',
  seeds: [0, 1, 2, 3],
  cells: (seeds) =>
    seeds.flatMap((seed) => [
      sceneCell({ study: 'kinds', arm: 'InfoNCE', seed, loss: { name: 'infoNce' } }),
      ...KINDS.map(([arm, negatives]) =>
        sceneCell({ study: 'kinds', arm, ...{ seed, negatives }, loss: { name: 'noMargin' } }),
      ),
    ]),
  summarise: (cells) =>
    compareArms(cells, { contrasts: KINDS.map(([arm]) => ({ arm, against: 'InfoNCE' })) }),
};
