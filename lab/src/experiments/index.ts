import type { Experiment } from '../experiment';
import { colours, coloursPytorch, coloursValidation, keepSearch, wordings } from './colours';
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
  drawn,
  drawnValidation,
  drawnMargins,
];
