// npm run lab -- shortcut
// Does it hurt when hard negatives give themselves away by their words?

import { type Experiment, NEGATIVES, sceneRun } from '../experiment';
import { compareVariants } from '../views/compare-variants';

/** One slot and one operation, so that the variants differ in nothing but which words are inserted. */
const OBJECTS = { ...NEGATIVES, slots: ['object'], operations: ['replace'] } as const;

export const shortcut: Experiment = {
  name: 'shortcut',
  question: 'Does it hurt when the words of hard negatives give them away?',
  expected:
    'Where a tenth of the things is all that negatives insert, a text alone tells the fake; the model learns that instead of looking, and gains less on other questions.',
  time: 'about 10 minutes on two cores',
  seeds: [0, 1, 2, 3],
  runs: (seed) => [
    sceneRun({ experiment: 'shortcut', variant: 'InfoNCE', seed, loss: { name: 'infoNce' } }),
    ...(['noMargin', 'adaptive'] as const).flatMap((name) =>
      (['any', 'few'] as const).map((inserted) =>
        sceneRun({
          experiment: 'shortcut',
          variant: `${name === 'adaptive' ? 'adaptive' : 'no margin'}, ${inserted === 'few' ? 'few words inserted' : 'any word inserted'}`,
          seed,
          loss: name === 'adaptive' ? { name, max: 2 } : { name },
          negatives: { ...OBJECTS, inserted },
        }),
      ),
    ),
  ],
  summarise: (runs) =>
    compareVariants(runs, {
      contrasts: ['no margin', 'adaptive'].flatMap((loss) => [
        { variant: `${loss}, few words inserted`, against: `${loss}, any word inserted` },
        { variant: `${loss}, any word inserted`, against: 'InfoNCE' },
        { variant: `${loss}, few words inserted`, against: 'InfoNCE' },
      ]),
    }),
};
