import type { Experiment } from '../experiment';
import { colours, coloursPytorch, coloursValidation, keepSearch, keepSearchTfjs, wordings } from './colours';
import { demo } from './demo';
import { drawn, drawnMargins, drawnValidation } from './drawn';

/** All experiments, in the order of the README. */
export const experiments: readonly Experiment[] = [
  demo,
  colours,
  coloursValidation,
  coloursPytorch,
  wordings,
  keepSearch,
  keepSearchTfjs,
  drawn,
  drawnValidation,
  drawnMargins,
];
