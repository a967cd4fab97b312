// slipform-bench experiment similarity
// Do captions and their hard negatives lie closer where the changed word is less concrete?
import { armTable } from './compare-arms';
import { PRETRAINING, type Study } from './study';

export const similarity: Study = {
  name: 'similarity',
  question:
    'Does a model of InfoNCE alone find hard negatives more alike where the changed word is less concrete?',
  expected:
    'Yes over all pairs (the paper’s observation); within one kind of change, where concreteness varies little here, perhaps not.',
  time: 'a minute, after pretraining',
  seeds: [0, 1, 2, 3],
  cells: (seeds) =>
    seeds.map((seed) => ({
      kind: 'similarity',
      study: 'similarity',
      arm: 'InfoNCE',
      seed,
      pretraining: PRETRAINING,
      captions: 4000,
      negatives: { policy: 'random', perCaption: 8 },
    })),
  summarise(cells) {
    const kinds = [
      ...new Set(
        cells.flatMap(({ measurements }) =>
          measurements.filter(({ metric }) => metric === 'pairs').map(({ of }) => of),
        ),
      ),
    ];
    return kinds
      .map(
        (of) =>
          `${of}\n${armTable(cells, [
            { metric: 'pairs', of, title: 'pairs' },
            { metric: 'concreteness', of, title: 'concreteness' },
            { metric: 'similarity', of, title: 'cosine' },
            { metric: 'correlation', of, title: 'Spearman' },
          ])}`,
      )
      .join('\n\n');
  },
};
