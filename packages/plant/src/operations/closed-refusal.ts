import type { Said } from '../reading/reading';
import type { WordForm } from '../reading/word-forms';
import type { RefusalReason } from '../refusals';
import type { ClosedSpan } from '../spans/closed-span';
import { tellingOf } from '../words/counts';
import type { Surroundings } from './operation';

/** Why an action, a relation or a count must not be put in another one's place, given what is said already. */
export function closedRefusal(
  { slot, headLemma, unfit, exclude }: ClosedSpan,
  lemma: string,
  reading: Said,
  siblings: Surroundings,
  formOf: (lower: string) => WordForm,
): RefusalReason | undefined {
  if (unfit.has(lemma)) return 'kind-mismatch';
  if (slot === 'relation') {
    const alike = exclude.alike(lemma);
    const isNamed = (text: string) =>
      text.includes(headLemma) && alike.some((word) => text.includes(` ${word} `));
    return siblings.someText(isNamed) ? 'in-sibling' : undefined;
  }
  if (slot === 'count') {
    if (reading.words.includes(tellingOf(lemma))) return 'in-caption';
    for (const word of exclude.alike(lemma)) {
      if (siblings.has(tellingOf(word))) return 'in-sibling';
    }
    return undefined;
  }
  if (reading.words.some((word) => formOf(word).verb === lemma)) return 'in-caption';
  const alike = exclude.alike(lemma);
  return siblings.someVerb((verb) => alike.includes(verb)) ? 'in-sibling' : undefined;
}
