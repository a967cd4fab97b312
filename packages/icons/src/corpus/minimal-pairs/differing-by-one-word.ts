/** Two entries of a list, by their indices, whose words differ at one place. */
export interface OneWordApart {
  readonly first: number;
  readonly second: number;
  readonly slot: number;
}

/**
 * All pairs of entries of one set that have as many words, two or more, and differ in exactly one. Entries are grouped by their words
 * with one left out, so that the work is in proportion to the pairs found. No two entries of a set have the same words.
 *
 * @returns by set in order of first appearance, then by words
 */
export function differingByOneWord(
  entries: readonly { readonly set: string; readonly words: readonly string[] }[],
): OneWordApart[] {
  const order = bySetAndWords(entries);
  const pairs: OneWordApart[] = [];
  const groups = new Map<string, number[]>();
  const flush = () => {
    const found: OneWordApart[] = [];
    for (const [key, members] of groups) {
      const slot = Number(key.slice(0, key.indexOf(' ')));
      for (let a = 0; a < members.length; a++) {
        for (let b = a + 1; b < members.length; b++) {
          found.push({ first: members[a]!, second: members[b]!, slot });
        }
      }
    }
    groups.clear();
    found.sort((a, b) => rank[a.first]! - rank[b.first]! || rank[a.second]! - rank[b.second]!);
    for (const pair of found) pairs.push(pair);
  };
  const rank = new Uint32Array(entries.length);
  order.forEach((entry, at) => {
    rank[entry] = at;
  });
  let set: string | undefined;
  for (const at of order) {
    const entry = entries[at]!;
    if (entry.set !== set) flush();
    set = entry.set;
    // Of one word nothing would stay the same.
    if (entry.words.length < 2) continue;
    entry.words.forEach((_, slot) => {
      const rest = entry.words.map((word, other) => (other === slot ? '' : word)).join(' ');
      const key = `${slot} ${rest}`;
      const group = groups.get(key);
      if (group) group.push(at);
      else groups.set(key, [at]);
    });
  }
  flush();
  return pairs;
}

/** Indices, sets in order of first appearance, entries of a set by their words. */
function bySetAndWords(
  entries: readonly { readonly set: string; readonly words: readonly string[] }[],
): number[] {
  const sets = new Map<string, { at: number; text: string }[]>();
  entries.forEach(({ set, words }, at) => {
    const members = sets.get(set) ?? [];
    sets.set(set, members);
    members.push({ at, text: words.join(' ') });
  });
  return [...sets.values()].flatMap((members) =>
    members.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.at - b.at)).map(({ at }) => at),
  );
}
