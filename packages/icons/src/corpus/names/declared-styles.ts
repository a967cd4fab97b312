import { nameTokens } from './name-tokens';

/** The styles that a set declares: keys of `suffixes` (`bold-duotone`; the empty one is the plain form) and `prefixes`. */
export interface DeclaredStyles {
  readonly suffixes: readonly string[];
  readonly prefixes: readonly string[];
}

/** What was peeled off the words of a name. */
export interface Peeled {
  readonly words: readonly string[];
  readonly style: readonly string[];
}

/**
 * Takes the declared style off the words of a name, the longest that fits, once. Where plain names exist too, a suffix
 * only goes where the name stands beside another form of it: `traffic-light` keeps its light, `heart-light` does not.
 *
 * @param known the names of the set, their words joined by `-`
 */
export function declaredPeel(
  { suffixes, prefixes }: DeclaredStyles,
  known: ReadonlySet<string>,
): (words: readonly string[]) => Peeled {
  const ends = longestFirst(suffixes);
  const starts = longestFirst(prefixes);
  const hasPlain = suffixes.includes('') || ends.length === 0;
  const standsBeside = (base: readonly string[], end: readonly string[]) =>
    known.has(base.join('-')) ||
    ends.some((other) => other !== end && known.has([...base, ...other].join('-')));
  return (words) => {
    for (const start of starts) {
      if (words.length > start.length && start.every((word, at) => words[at] === word)) {
        return { words: words.slice(start.length), style: start };
      }
    }
    for (const end of ends) {
      const length = words.length - end.length;
      if (length < 1 || !end.every((word, at) => words[length + at] === word)) continue;
      const base = words.slice(0, length);
      if (!hasPlain || standsBeside(base, end)) return { words: base, style: end };
    }
    return { words, style: [] };
  };
}

function longestFirst(styles: readonly string[]): string[][] {
  return styles
    .map(nameTokens)
    .filter((words) => words.length > 0)
    .sort((a, b) => b.length - a.length);
}
