import { batchSize } from './batch-size';
import { budget } from './budget';
import { concreteness } from './concreteness';
import { kinds } from './kinds';
import { losses } from './losses';
import { relations } from './relations';
import { shortcut } from './shortcut';
import { similarity } from './similarity';
import type { Study } from './study';

/** The experiments that consist of cells, in the order of the README. */
export const studies: readonly Study[] = [
  losses,
  concreteness,
  budget,
  kinds,
  relations,
  similarity,
  batchSize,
  shortcut,
];
