import { functionWords } from '../src/function-words';
import type { WordNet } from './wordnet';

// What people write, in the table's alphabet: no capitals, which part its entries, and at least one letter.
const writable = /^(?=.*[a-z])[a-z0-9'./ -]+$/;

/** The entries of the table: all lemmas of WordNet and the closed-class words, sorted by code unit. */
export function tableWords(wordNet: WordNet): string[] {
  const words = new Set([...wordNet.senses.keys(), ...Object.values(functionWords).flat()]);
  return [...words].filter((word) => writable.test(word)).sort();
}
