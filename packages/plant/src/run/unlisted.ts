import { createReaders } from '../create-readers';
import { isSeen } from '../lexicon/nouns';
import { resolveOptions } from '../options';

/** From here on people call a word concrete. */
const concrete = 4;
/** Words that come less often are not named, and of the others the most frequent ones. */
const leastOften = 3;
const maxNamed = 20;

/** Counts the concrete nouns of captions for which the table of contrasts has no row, the most frequent first. */
export function unlistedWords(
  captions: Iterable<string>,
): readonly (readonly [word: string, times: number])[] {
  const { words } = createReaders(resolveOptions({}));
  const counts = new Map<string, number>();
  for (const caption of captions) {
    const nouns = new Set(
      (caption.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => words.formOf(word).noun ?? []),
    );
    for (const noun of nouns) counts.set(noun, (counts.get(noun) ?? 0) + 1);
  }
  return [...counts]
    .filter(([word, times]) => times >= leastOften && isUnlisted(word))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, maxNamed);

  function isUnlisted(word: string): boolean {
    const noun = words.nouns.get(word);
    // Colours and the like have scales of their own.
    if (words.formOf(word).scaled) return false;
    if (!noun?.rating || noun.rating.rating < concrete || !isSeen(noun)) return false;
    return !words.contrasts.has(word);
  }
}
