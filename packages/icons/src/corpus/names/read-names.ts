import { type DeclaredStyles, declaredPeel } from './declared-styles';
import { learnedPeel } from './learned-styles';
import { nameTokens } from './name-tokens';
import { VARIANT_WORDS } from './style-words';

/** A series with so high a number counts things (dice, levels of a battery); a shorter one counts drawings. */
const countsFrom = 4;

/**
 * Which of several drawings of one thing a name means, where its last word says so: `calendar-2` or `calendar2` beside
 * `calendar`, `abacus-01`, `user-alt` beside `user`. Numbers of a series that has a 0, or reaches 4, are things of their
 * own: `dice-5`, `heading3`.
 *
 * @param names the words of each name of the set, without styles
 */
function variantPeel(
  names: readonly (readonly string[])[],
): (words: readonly string[]) => { words: readonly string[]; variant: string } {
  const known = new Set(names.map((words) => words.join('-')));
  const series = new Map<string, Set<number>>();
  for (const words of names) {
    const { base, mark } = lastMark(words);
    if (!/^\d$/.test(mark)) continue;
    const key = base.join('-');
    series.set(key, (series.get(key) ?? new Set()).add(Number(mark)));
  }
  return (words) => {
    const { base, mark } = lastMark(words);
    const key = base.join('-');
    return mark !== '' && isVariant(mark, known.has(key), series.get(key), base.at(-1) === words.at(-2))
      ? { words: base, variant: mark }
      : { words, variant: '' };
  };
}

/**
 * @param isName whether the name without the mark is a name of the set
 * @param series the numbers from 0 to 9 that stand behind it
 * @param isApart whether the mark is a word of its own
 */
function isVariant(mark: string, isName: boolean, series: ReadonlySet<number> | undefined, isApart: boolean) {
  if (/^0\d+$/.test(mark)) return isApart;
  if (VARIANT_WORDS.includes(mark)) return isName;
  if (series === undefined || series.has(0) || Math.max(...series) >= countsFrom) return false;
  return isName || (isApart && (mark === '1' || series.size > 1));
}

/** The number or word behind a name, apart or glued to the last word; an empty mark where there is none. */
function lastMark(words: readonly string[]): { base: readonly string[]; mark: string } {
  const last = words.at(-1)!;
  if (words.length > 1 && (/^(\d|0\d+)$/.test(last) || VARIANT_WORDS.includes(last))) {
    return { base: words.slice(0, -1), mark: last };
  }
  const glued = /^(.*[a-z]{3})(\d)$/.exec(last);
  return glued ? { base: [...words.slice(0, -1), glued[1]!], mark: glued[2]! } : { base: words, mark: '' };
}

/** What is common without the sizes shows once they are off: styles are learned so often. */
const roundsOfLearning = 2;

/** A name as words, and what was taken off it. */
export interface NameParts {
  readonly words: readonly string[];
  readonly style: string;
  readonly variant: string;
}

/**
 * How the names of one set become words: split, then the declared styles off, then those that the names themselves show,
 * then what tells several drawings of one thing apart. At least one word stays.
 *
 * @param names all names of drawings of the set; the answers depend on them together
 * @returns reads a name, one of these or another (an alias)
 */
export function readNames(names: readonly string[], declared: DeclaredStyles): (name: string) => NameParts {
  const tokens = names.map(nameTokens);
  const peels = [declaredPeel(declared, new Set(tokens.map((words) => words.join('-'))))];
  let left = distinct(tokens.map((words) => peels[0]!(words).words));
  for (let round = 0; round < roundsOfLearning; round++) {
    const peel = learnedPeel(left);
    peels.push(peel);
    left = distinct(left.map((words) => peel(words).words));
  }
  const variantOff = variantPeel(left);
  return (name) => {
    let rest: readonly string[] = nameTokens(name);
    const style: string[] = [];
    for (const peel of peels) {
      const peeled = peel(rest);
      rest = peeled.words;
      style.unshift(...peeled.style);
    }
    const { words, variant } = variantOff(rest);
    return { words, variant, style: style.join(' ') };
  };
}

/** Each list of words once, in the order in which they come first. */
function distinct(lists: readonly (readonly string[])[]): (readonly string[])[] {
  return [...new Map(lists.map((words) => [words.join('-'), words])).values()];
}
