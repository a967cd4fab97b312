// npm run lab -- icons-probes
// Can icons still be read from their embeddings after training with hard captions? docs/decisions/0031-studies-on-icons.md
import type { Experiment } from '../experiment';
import { iconSummary } from '../views/icon-summary';
import { ICONS_OUT } from './icons-common';
import { iconsPartners } from './icons-partners';
import { iconsPolicy } from './icons-policy';

const ARMS: readonly (readonly [from: Experiment, variant: string])[] = [
  [iconsPolicy, 'checkpoint'],
  [iconsPolicy, 'none'],
  [iconsPolicy, 'abstract 3'],
  [iconsPolicy, 'concrete 3'],
  [iconsPartners, 'unpaired'],
  [iconsPartners, 'pairs 3'],
];

export const iconsProbes: Experiment = {
  name: 'icons-probes',
  question: 'What can be read from embeddings of icons before and after training with hard captions?',
  expected: 'Little changes, since the image tower is frozen and only its projection is trained.',
  time: 'about half an hour on two cores for four seeds, after the pretrainings of icons-policy',
  seeds: [0, 1, 2, 3],
  out: ICONS_OUT,
  runs: (seed, choices) =>
    ARMS.map(([from, variant]) => {
      const run = from.runs(seed, choices).find((each) => each.variant === variant)!;
      const { evaluation } = run;
      if (evaluation.asks !== 'icons') throw new Error('unreachable: these runs ask about icons');
      return { ...run, experiment: 'icons-probes', evaluation: { ...evaluation, probes: true } };
    }),
  summarise: (runs, folder) => iconSummary(runs, folder, { experiment: 'icons-probes', contrasts: [] }),
};
