import { spellingVariants } from '../src/morphology/spelling-variants';
import type { WordNet } from './wordnet';

/**
 * The two spellings of one word have one estimate, the mean of theirs: "colour" and "color". Two entries are one word if a rule
 * of spelling makes one of the other, and the commoner one's first sense in a part of speech is also a sense of the other:
 * "outre" is not "outer", and "timber" is "timbre" in a rare sense alone. Returns the new ratings.
 */
export function joinSpellings(
  words: readonly string[],
  ratings: ArrayLike<number>,
  wordNet: WordNet,
): Float64Array {
  const rowOf = new Map(words.map((word, row) => [word, row]));
  const joined = Float64Array.from(ratings);
  for (const [row, word] of words.entries()) {
    const others = [...new Set(spellingVariants(word))].filter(
      (other) => rowOf.has(other) && isOneWord(word, other, wordNet),
    );
    const rows = [row, ...others.map((other) => rowOf.get(other)!)];
    joined[row] = rows.reduce((sum, each) => sum + ratings[each]!, 0) / rows.length;
  }
  return joined;
}

function isOneWord(one: string, other: string, { senses }: WordNet): boolean {
  const [common = [], rare = []] = [one, other]
    .sort()
    .map((word) => Object.values(senses.get(word) ?? {}))
    .sort((a, b) => tagCount(b) - tagCount(a));
  const known = new Set(rare.flat().map(({ synset }) => synset.id));
  return common.some(([first]) => first !== undefined && known.has(first.synset.id));
}

const tagCount = (senses: readonly (readonly { readonly tagCount: number }[])[]) =>
  senses.flat().reduce((sum, sense) => sum + sense.tagCount, 0);
