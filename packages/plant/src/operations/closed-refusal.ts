import type { Said } from '../reading/reading';
import type { WordForm } from '../reading/word-forms';
import type { RefusalReason } from '../refusals';
import type { ClosedSpan } from '../spans/closed-span';
import type { Surroundings } from './operation';

/** Why an action, a relation or a count must not be put in another one's place, given what is said already. */
export function closedRefusal(
  { slot, lemma: old, headLemma }: ClosedSpan,
  lemma: string,
  reading: Said,
  siblings: Surroundings,
  formOf: (lower: string) => WordForm,
): RefusalReason | undefined {
  if (slot === 'relation') {
    const phrase = ` ${lemma} `;
    const isNamed = (text: string) => text.includes(phrase) && text.includes(headLemma);
    return siblings.someText(isNamed) ? 'in-sibling' : undefined;
  }
  if (slot === 'count') {
    const telling = lemma.split(' ').find((word) => word.length > 2) ?? lemma;
    if (reading.words.includes(telling)) return 'in-caption';
    return siblings.has(telling) ? 'in-sibling' : undefined;
  }
  const isNamed = (word: string) => {
    const { verb } = formOf(word);
    return verb === lemma && verb !== old;
  };
  for (const word of reading.words) if (isNamed(word)) return 'in-caption';
  return siblings.someWord(isNamed) ? 'in-sibling' : undefined;
}
