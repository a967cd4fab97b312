import { rowsOf } from '../lexicon/tables';
import { createExclusions, type Exclusions } from './exclusions';

/** The closed set of a name in lexicon/closed-sets.tsv. */
export function closedSet(name: string): Exclusions {
  return createExclusions(
    rowsOf('closed-sets').flatMap(([set, groups = '']) => (set === name ? [groups] : [])),
  );
}
