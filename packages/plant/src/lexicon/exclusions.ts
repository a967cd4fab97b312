import { rowsOf } from './tables';

/**
 * Closed sets of words that can't be true of one thing at the same time. A set is a list of groups: words of one group
 * may be true together ("lie" and "lay", "several" and "many"), words of different groups may not.
 */
export interface Exclusions {
  (a: string, b: string): boolean;
  readonly words: ReadonlySet<string>;
  /** The words that a word excludes. */
  against(word: string): readonly string[];
  /** The words that may well be true where a word is, itself among them. */
  alike(word: string): readonly string[];
  /** The same, of some of the words alone. */
  among(isKept: (word: string) => boolean): Exclusions;
}

/**
 * Whether two words exclude each other: some set has them in different groups, and none in one.
 *
 * @param sets rows like `sit | stand | lie lay`; "-" stands for a space within a word
 */
export function createExclusions(sets: readonly string[]): Exclusions {
  const excluded = new Map<string, Set<string>>();
  const together = new Map<string, Set<string>>();
  for (const set of sets) {
    const groups = set.split(' | ').map((group) => group.split(' ').map((word) => word.replaceAll('-', ' ')));
    for (const group of groups) {
      for (const word of group) {
        add(together, word, group);
        for (const other of groups) if (other !== group) add(excluded, word, other);
      }
    }
  }
  for (const [word, others] of excluded) for (const other of together.get(word)!) others.delete(other);
  return exclusionsOf(excluded, together);
}

type Table = ReadonlyMap<string, ReadonlySet<string>>;

function exclusionsOf(excluded: Table, together: Table): Exclusions {
  const lists = (table: Table) => new Map([...table].map(([word, others]) => [word, [...others]] as const));
  const against = lists(excluded);
  const alike = lists(together);
  return Object.assign((a: string, b: string) => excluded.get(a)?.has(b) === true, {
    words: new Set(excluded.keys()),
    against: (word: string) => against.get(word) ?? [],
    alike: (word: string) => alike.get(word) ?? [word],
    among: (isKept: (word: string) => boolean) => exclusionsOf(onlyOf(excluded, isKept), together),
  });
}

function onlyOf(table: Table, isKept: (word: string) => boolean): Table {
  const kept = new Map<string, ReadonlySet<string>>();
  for (const [word, others] of table) {
    const left = [...others].filter(isKept);
    if (isKept(word) && left.length > 0) kept.set(word, new Set(left));
  }
  return kept;
}

function add(map: Map<string, Set<string>>, word: string, others: readonly string[]): void {
  const set = map.get(word);
  if (set) for (const other of others) set.add(other);
  else map.set(word, new Set(others));
}

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
