import { VARIANT_WORDS } from './style-words';

/** A series with so high a number counts things (dice, levels of a battery); a shorter one counts drawings. */
const countsFrom = 4;

/**
 * Which of several drawings of one thing a name means, where its last word says so: `calendar-2` beside `calendar`,
 * `abacus-01`, `user-alt` beside `user`. Numbers of a series that has a 0, or reaches 4, are things of their own:
 * `dice-5`.
 *
 * @param names the words of each name of the set, without styles
 */
export function variantPeel(
  names: readonly (readonly string[])[],
): (words: readonly string[]) => { words: readonly string[]; variant: string } {
  const known = new Set(names.map((words) => words.join('-')));
  const series = new Map<string, Set<number>>();
  for (const words of names) {
    const end = words.at(-1)!;
    if (words.length < 2 || !/^\d$/.test(end)) continue;
    const base = words.slice(0, -1).join('-');
    series.set(base, (series.get(base) ?? new Set()).add(Number(end)));
  }
  const isVariant = (words: readonly string[]) => {
    const end = words.at(-1)!;
    if (/^0\d$/.test(end)) return true;
    const base = words.slice(0, -1).join('-');
    if (VARIANT_WORDS.includes(end)) return known.has(base);
    const numbers = series.get(base);
    if (!/^\d$/.test(end) || numbers === undefined) return false;
    if (numbers.has(0) || Math.max(...numbers) >= countsFrom) return false;
    return end === '1' || known.has(base) || numbers.size > 1;
  };
  return (words) =>
    words.length > 1 && isVariant(words)
      ? { words: words.slice(0, -1), variant: words.at(-1)! }
      : { words, variant: '' };
}
