import { findIrregularLemmaOf, findLemmaOf } from '@slipform/concreteness';
import { pluraliaTantum } from '../lexicon/words';
import type { WordGraph } from '../wordnet/decode-graph';

/**
 * The lemma of a form in the graph, by WordNet's morphy. A verb or adjective: its irregular lemma ("found" → "find"),
 * else the form itself, else its regular lemma. A noun: the form itself or its singular, whichever annotators met
 * more often, because WordNet lists "cows" (cattle) and "men" (a force) as lemmas.
 *
 * @returns the lemma, or `undefined` for an unknown form
 */
export function lemmaOf(graph: WordGraph, part: 'noun' | 'verb' | 'adj', form: string): string | undefined {
  const { senses } = graph[part];
  const isLemma = (lemma: string) => senses.has(lemma);
  if (part === 'noun') {
    const singular = findLemmaOf('noun', form, isLemma);
    if (!isLemma(form)) return singular;
    const isPlural =
      singular !== undefined && !pluraliaTantum.has(form) && senses.tags(singular) > senses.tags(form);
    return isPlural ? singular : form;
  }
  const partOfSpeech = part === 'adj' ? 'adjective' : 'verb';
  const irregular = findIrregularLemmaOf(partOfSpeech, form, isLemma);
  return irregular ?? (isLemma(form) ? form : findLemmaOf(partOfSpeech, form, isLemma));
}
