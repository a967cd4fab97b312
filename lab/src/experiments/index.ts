import type { Experiment } from '../experiment';
import { batchSize } from './batch-size';
import { budget } from './budget';
import { concreteness } from './concreteness';

import { kinds } from './kinds';
import { losses } from './losses';
import { relations } from './relations';
import { scenesDemo } from './scenes-demo';
import { shortcut } from './shortcut';
import { similarity } from './similarity';

/** All experiments, in the order of the README. */
export const experiments: readonly Experiment[] = [
  scenesDemo,
  losses,
  concreteness,
  budget,
  kinds,
  relations,
  similarity,
  batchSize,
  shortcut,
];
