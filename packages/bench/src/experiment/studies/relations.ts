// slipform-bench experiment relations
// What does it take until relations are learned?
import type { LossSpec } from '../cells/cell';
import { compareArms } from './compare-arms';
import { FINETUNING, NEGATIVES, type Study, sceneCell } from './study';

const RELATIONS = { ...NEGATIVES, slots: ['relation'] } as const;

/** More captions and six times as many steps as in the other studies: at 600 steps nothing is to be seen yet. */
const LONG = { ...FINETUNING, captions: 20_000, steps: 1200, learningRate: 1e-3 };

const LOSSES: readonly (readonly [arm: string, loss: LossSpec])[] = [
  ['no margin', { name: 'noMargin' }],
  ['static 4', { name: 'static', value: 4 }],
  // Relations are rated about 2.9: a margin of 4 or so.
  ['adaptive 8', { name: 'adaptive', max: 8 }],
];

export const relations: Study = {
  name: 'relations',
  question: 'What does it take until left and right, above and below are learned?',
  expected:
    'InfoNCE alone stays at chance, since no other caption of a batch differs in the relation alone; with hard negatives of relations and time enough they are learned, the sooner the more of the gradient these get.',
  time: 'about 35 minutes on two cores',
  seeds: [0, 1, 2, 3],
  cells: (seeds) =>
    seeds.flatMap((seed) =>
      [
        sceneCell({ study: 'relations', arm: 'InfoNCE', seed, loss: { name: 'infoNce' } }),
        ...LOSSES.map(([arm, loss]) =>
          sceneCell({ study: 'relations', arm, ...{ seed, loss }, negatives: RELATIONS }),
        ),
        sceneCell({
          study: 'relations',
          arm: 'static 4, all kinds',
          ...{ seed, loss: { name: 'static', value: 4 } as const },
        }),
      ].map((cell) => ({ ...cell, finetuning: LONG })),
    ),
  summarise: (cells) =>
    compareArms(cells, {
      contrasts: [
        ...LOSSES.map(([arm]) => ({ arm, against: 'InfoNCE' })),
        { arm: 'static 4', against: 'no margin' },
        { arm: 'adaptive 8', against: 'static 4' },
        { arm: 'static 4, all kinds', against: 'InfoNCE' },
      ],
    }),
};
