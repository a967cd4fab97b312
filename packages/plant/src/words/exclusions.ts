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
  const against = new Map([...excluded].map(([word, others]) => [word, [...others]] as const));
  const alike = new Map([...together].map(([word, others]) => [word, [...others]] as const));
  return Object.assign((a: string, b: string) => excluded.get(a)?.has(b) === true, {
    words: new Set(excluded.keys()),
    against: (word: string) => against.get(word) ?? [],
    alike: (word: string) => alike.get(word) ?? [word],
  });
}

function add(map: Map<string, Set<string>>, word: string, others: readonly string[]): void {
  const set = map.get(word);
  if (set) for (const other of others) set.add(other);
  else map.set(word, new Set(others));
}
