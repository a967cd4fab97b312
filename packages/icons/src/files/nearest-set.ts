/**
 * The first set whose prefix is one letter longer or shorter than a word of four letters or more. Short prefixes and
 * exchanged characters don't count: `bi` and `ri`, `fa6-solid` and `fa7-solid` are two sets, not a slip.
 */
export function nearestSet(word: string, sets: Iterable<string>): string | undefined {
  if (word.length < 4) return undefined;
  return [...sets].find((set) => lacksOneLetter(word, set) || lacksOneLetter(set, word));
}

function lacksOneLetter(short: string, long: string): boolean {
  if (long.length !== short.length + 1) return false;
  return Array.from(
    long,
    (letter, at) => /[a-z]/.test(letter) && long.slice(0, at) + long.slice(at + 1),
  ).includes(short);
}
