// npm run lab -- relations
// What does it take until relations are learned?

import { type Experiment, NEGATIVES, sceneRun, TRAINING } from '../experiment';
import type { LossSpec } from '../run';
import { compareVariants } from '../views/compare-variants';

const RELATIONS = { ...NEGATIVES, slots: ['relation'] } as const;

/** More captions and six times as many steps as in the other studies: at 600 steps nothing is to be seen yet. */
const LONG = { ...TRAINING, captions: 20_000, steps: 1200, learningRate: 1e-3 };

const LOSSES: readonly (readonly [variant: string, loss: LossSpec])[] = [
  ['no margin', { name: 'noMargin' }],
  ['static 4', { name: 'static', value: 4 }],
  // Relations are rated about 2.9: a margin of 4 or so.
  ['adaptive 8', { name: 'adaptive', max: 8 }],
];

export const relations: Experiment = {
  name: 'relations',
  question: 'What does it take until left and right, above and below are learned?',
  expected:
    'InfoNCE alone stays at chance, since no other caption of a batch differs in the relation alone; with hard negatives of relations and time enough they are learned, the sooner the more of the gradient these get.',
  time: 'about 35 minutes on two cores',
  seeds: [0, 1, 2, 3],
  runs: (seed) => {
    const given = { experiment: 'relations', seed, training: LONG };
    return [
      sceneRun({ ...given, variant: 'InfoNCE', loss: { name: 'infoNce' } }),
      ...LOSSES.map(([variant, loss]) => sceneRun({ ...given, variant, loss, negatives: RELATIONS })),
      sceneRun({ ...given, variant: 'static 4, all kinds', loss: { name: 'static', value: 4 } }),
    ];
  },
  summarise: (runs) =>
    compareVariants(runs, {
      contrasts: [
        ...LOSSES.map(([variant]) => ({ variant, against: 'InfoNCE' })),
        { variant: 'static 4', against: 'no margin' },
        { variant: 'adaptive 8', against: 'static 4' },
        { variant: 'static 4, all kinds', against: 'InfoNCE' },
      ],
    }),
};
