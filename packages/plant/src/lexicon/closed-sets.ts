import { createExclusions, type Exclusions } from './exclusions';
import { rowsOf } from './tables';

const rows = rowsOf('closed-sets');
/** Groups that have a name, since they come again: "@on" is "on on-top-of atop". */
const named = new Map(
  rows.flatMap(([name = '', words = '']) => (name.startsWith('@') ? [[name, words]] : [])),
);

/** The closed set of a name in lexicon/closed-sets.tsv. */
export function closedSet(name: string): Exclusions {
  return createExclusions(
    rows.flatMap(([set, groups = '']) =>
      set === name ? [groups.replace(/@\w+/g, (group) => named.get(group) ?? group)] : [],
    ),
  );
}
