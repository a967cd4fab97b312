// slipform-bench experiment shortcut
// Does it hurt when hard negatives give themselves away by their words?
import { compareArms } from './compare-arms';
import { NEGATIVES, type Study, sceneCell } from './study';

/** One slot and one operation, so that the arms differ in nothing but which words are inserted. */
const OBJECTS = { ...NEGATIVES, slots: ['object'], operations: ['replace'] } as const;

export const shortcut: Study = {
  name: 'shortcut',
  question: 'Does it hurt when the words of hard negatives give them away?',
  expected:
    'Where a tenth of the things is all that negatives insert, a text alone tells the fake; the model learns that instead of looking, and gains less on other questions.',
  time: 'about 10 minutes on two cores',
  seeds: [0, 1, 2, 3],
  cells: (seeds) =>
    seeds.flatMap((seed) => [
      sceneCell({ study: 'shortcut', arm: 'InfoNCE', seed, loss: { name: 'infoNce' } }),
      ...(['noMargin', 'adaptive'] as const).flatMap((name) =>
        (['any', 'few'] as const).map((inserted) =>
          sceneCell({
            study: 'shortcut',
            arm: `${name === 'adaptive' ? 'adaptive' : 'no margin'}, ${inserted === 'few' ? 'few words inserted' : 'any word inserted'}`,
            seed,
            loss: name === 'adaptive' ? { name, max: 2 } : { name },
            negatives: { ...OBJECTS, inserted },
          }),
        ),
      ),
    ]),
  summarise: (cells) =>
    compareArms(cells, {
      contrasts: ['no margin', 'adaptive'].flatMap((loss) => [
        { arm: `${loss}, few words inserted`, against: `${loss}, any word inserted` },
        { arm: `${loss}, any word inserted`, against: 'InfoNCE' },
        { arm: `${loss}, few words inserted`, against: 'InfoNCE' },
      ]),
    }),
};
