import { functionWords } from '../function-words';
import type { WordNet } from './wordnet';

/** The table's alphabet: no capitals, which part its entries, and at least one letter. */
const writable = /^(?=.*[a-z])[a-z0-9'./ -]+$/;
const longestPhrase = 4;

/**
 * The entries of the table, sorted by code unit: the closed-class words and the lemmas of WordNet, but for what
 * would cost room and serve no caption: phrases of five words and more (mostly names of institutions) and
 * "genus …" before a genus that is an entry by itself.
 */
export function tableWords(wordNet: WordNet): string[] {
  const lemmas = [...wordNet.senses.keys()].filter(
    (lemma) => lemma.split(' ').length <= longestPhrase && !lemma.startsWith('genus '),
  );
  const words = new Set([...lemmas, ...Object.values(functionWords).flat()]);
  return [...words].filter((word) => writable.test(word)).sort();
}
