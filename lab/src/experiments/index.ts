import type { Experiment } from '../experiment';
import { batchSize } from './batch-size';
import { budget } from './budget';
import { concreteness } from './concreteness';

import { demo } from './demo';
import { iconsBatch } from './icons-batch';
import { iconsPartners } from './icons-partners';
import { iconsPolicy } from './icons-policy';
import { iconsPremise } from './icons-premise';
import { iconsProbes } from './icons-probes';
import { kinds } from './kinds';
import { losses } from './losses';
import { relations } from './relations';
import { scenesDemo } from './scenes-demo';
import { shortcut } from './shortcut';
import { similarity } from './similarity';

/** All experiments, in the order of the README. */
export const experiments: readonly Experiment[] = [
  demo,
  scenesDemo,
  iconsPolicy,
  iconsPartners,
  iconsPremise,
  iconsBatch,
  iconsProbes,
  losses,
  concreteness,
  budget,
  kinds,
  relations,
  similarity,
  batchSize,
  shortcut,
];
