// npm run lab -- similarity
// Do captions and their hard negatives lie closer where the changed word is less concrete?

import { type Experiment, sceneRun } from '../experiment';
import { column, variantTable } from '../views/compare-variants';

export const similarity: Experiment = {
  name: 'similarity',
  question:
    'Does a model of InfoNCE alone find hard negatives more alike where the changed word is less concrete?',
  expected:
    'Yes over all pairs (the paper’s observation); within one kind of change, where concreteness varies little here, perhaps not.',
  time: 'a minute, after pretraining',
  seeds: [0, 1, 2, 3],
  runs: (seed) => {
    const { training: _, ...given } = sceneRun({
      experiment: 'similarity',
      variant: 'InfoNCE',
      seed,
      loss: { name: 'infoNce' },
      negatives: { policy: 'random', perCaption: 8 },
      evaluation: { asks: 'similarity', captions: 4000 },
    });
    return [given];
  },
  summarise(runs) {
    const kinds = new Set(
      runs.flatMap(({ rows }) =>
        rows.flatMap(({ metric, kind }) => (metric === 'pairs' ? (kind ?? []) : [])),
      ),
    );
    return [...kinds]
      .map(
        (kind) =>
          `${kind}\n${variantTable(runs, [
            column('pairs', 'pairs', undefined, kind),
            column('concreteness', 'concreteness', undefined, kind),
            column('cosine', 'similarity', undefined, kind),
            column('Spearman', 'correlation', undefined, kind),
          ])}`,
      )
      .join('\n\n');
  },
};
