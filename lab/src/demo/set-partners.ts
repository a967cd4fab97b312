import { createLexicon } from '@slipform/concreteness';
import { type Icon, minimalPairs } from '@slipform/icons';
import type { HardCaption, IconExample } from '../icons/icon-example';
import type { IconWorld } from '../icons/icon-world';
import { wordPair } from './mine-names';

/** So that "off" and "plus" don't take all. */
const LIMITS = { perWordPair: 8, perWord: 300 };

/**
 * Natural partners beyond those that ConcretePlant finds: every minimal pair of a set whose own word is rated, up to
 * `perCaption` an icon. Among them are words that say no thing but a sign, such as "off", "plus" and "up", which ConcretePlant
 * doesn't change, since in a sentence they are function words; but words for things are as welcome.
 *
 * @param without pairs of words that are left out, in alphabetical order
 * @returns for each example its partners, with their rows
 */
export function setPartners(
  { icons }: Pick<IconWorld, 'icons'>,
  examples: readonly IconExample[],
  {
    perCaption,
    seed,
    without,
  }: { readonly perCaption: number; readonly seed: number; readonly without: ReadonlySet<string> },
): HardCaption[][] {
  const lexicon = createLexicon();
  const exampleOf = new Map(examples.map(({ rows }, index) => [keyOf(icons[rows[0]!]!), index] as const));
  const byExample: HardCaption[][] = examples.map(() => []);
  const shown = examples.flatMap(({ rows }) => rows.map((row) => icons[row]!));
  for (const { icons: both, words } of minimalPairs(shown, { ...LIMITS, seed })) {
    const ratings = words.map((word) => lexicon.rate(word)?.rating);
    if (without.has(wordPair(...words))) continue;
    for (const side of [0, 1] as const) {
      const own = byExample[exampleOf.get(keyOf(both[side]))!]!;
      const rating = ratings[side];
      const other = exampleOf.get(keyOf(both[1 - side]!));
      if (rating === undefined || other === undefined || own.length >= perCaption) continue;
      own.push({ text: both[1 - side]!.caption, concreteness: rating, row: examples[other]!.rows[0]! });
    }
  }
  return byExample;
}

function keyOf({ set, caption }: Icon): string {
  return `${set} ${caption}`;
}
