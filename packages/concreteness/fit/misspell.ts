import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Lexicon } from '../src/lexicon';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Of `count` misspellings of the words (a letter left out, put in, exchanged, or two swapped), the share that the
 * lexicon takes for a word of known parts. Misspellings that are words of the list are left out.
 */
export function shareOfMisspeltKnown(words: readonly string[], lexicon: Lexicon, count: number): number {
  const random = xoroshiro128plus(0);
  const draw = (below: number) => uniformInt(random, 0, below - 1);
  const listed = new Set(words);
  let misspelt = 0;
  let known = 0;
  while (misspelt < count) {
    const word = words[draw(words.length)]!;
    const at = draw(word.length - 1);
    const letter = letters[draw(letters.length)]!;
    const before = word.slice(0, at);
    const after = word.slice(at + 1);
    const typo = [
      before + after,
      before + letter + word.slice(at),
      before + letter + after,
      before + after[0] + word[at] + after.slice(1),
    ][draw(4)]!;
    if (listed.has(typo)) continue;
    misspelt += 1;
    if (lexicon.rate(typo)?.parts) known += 1;
  }
  return known / count;
}
