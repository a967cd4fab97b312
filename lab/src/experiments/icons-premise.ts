// npm run lab -- icons-premise
// Do concrete words change a picture more, and are hard captions of concrete words less alike? docs/decisions/0031-studies-on-icons.md
import type { Experiment } from '../experiment';
import { premiseSummary } from '../views/premise-summary';
import { ICON_LOSSES, ICONS_OUT, iconRun } from './icons-common';

export const iconsPremise: Experiment = {
  name: 'icons-premise',
  question:
    'Does exchanging a concrete word change a drawing more, and make its caption less alike to a model?',
  expected:
    'The more concrete the word, the more two drawings by one hand differ, and the less a model finds an icon like the caption with the word exchanged; in larger batches hard captions have less of the push.',
  time: 'about two minutes on two cores, after the pretrainings of icons-policy',
  seeds: [0, 1, 2, 3, 4, 5, 6, 7],
  out: ICONS_OUT,
  runs(seed) {
    const { training: _, ...run } = iconRun({
      ...{ experiment: 'icons-premise', variant: 'checkpoint', seed, pool: 'edited' },
      loss: ICON_LOSSES.infoNce,
      evaluation: { asks: 'premise' },
    });
    return [run];
  },
  summarise: premiseSummary,
};
