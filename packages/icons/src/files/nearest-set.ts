import { editDistance } from '../corpus/names/edit-distance';

/**
 * The first set whose prefix is one letter longer or shorter than a word of four letters or more. Short prefixes and
 * exchanged characters don't count: `bi` and `ri`, `fa6-solid` and `fa7-solid` are two sets, not a slip.
 */
export function nearestSet(word: string, sets: Iterable<string>): string | undefined {
  if (word.length < 4) return undefined;
  const rest = withoutLetters(word);
  return [...sets].find(
    (set) => set.length !== word.length && withoutLetters(set) === rest && editDistance(word, set, 1) === 1,
  );
}

function withoutLetters(prefix: string): string {
  return prefix.replaceAll(/[a-z]/g, '');
}
