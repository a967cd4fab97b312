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
export function variantPeel(
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
