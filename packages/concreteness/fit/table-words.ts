import { functionWords } from '../src/function-words';
import type { Embeddings } from './embeddings';
import { type EnglishWords, readEnglishWords } from './english-words';
import { lemmaOf } from './exceptions';
import { isName, isTaxon } from './unwanted-phrases';
import type { WordNet } from './wordnet';

/** The table's alphabet: no capitals, which part its entries, and at least one letter. */
const writable = /^(?=.*[a-z])[a-z0-9'./ -]+$/;
const longestPhrase = 4;

/**
 * The words of the table, sorted by code unit, chosen without a look at the norms:
 *
 * - the closed-class words and the lemmas of WordNet, without those that no caption needs: phrases of
 *   five words and more, names of people, places and works in several words, and Latin names of taxa;
 * - words that are in use (embedded, or spoken in subtitles) and in a list of English words, which keeps names,
 *   foreign words and typing errors out; and all words of SCOWL up to size 70, its limit for a large dictionary.
 *   Of these only lemmas: morphy finds their inflected forms.
 */
export function tableWords(
  wordNet: WordNet,
  embeddings: Embeddings,
  spoken: ReadonlyMap<string, number>,
): string[] {
  const english = readEnglishWords();
  const words = new Set(Object.values(functionWords).flat());
  for (const lemma of wordNet.senses.keys()) {
    if (isWantedPhrase(lemma, wordNet) && writable.test(lemma)) words.add(lemma);
  }
  const isLemma = (form: string) => words.has(form);
  const candidates = moreWords(english, embeddings, spoken).filter((word) => writable.test(word));
  // Shorter words first, so that the plural of a word that has just been added is left out as well.
  for (const word of candidates) if (lemmaOf(word, isLemma) === undefined) words.add(word);
  return [...words].sort();
}

function isWantedPhrase(lemma: string, wordNet: WordNet): boolean {
  const length = lemma.split(' ').length;
  return length === 1 || (length <= longestPhrase && !isName(lemma, wordNet) && !isTaxon(lemma, wordNet));
}

function moreWords(
  { listed, sized }: EnglishWords,
  embeddings: Embeddings,
  spoken: ReadonlyMap<string, number>,
): string[] {
  const inUse = [...embeddings.words, ...spoken.keys()].filter((word) => listed.has(word));
  return [...new Set([...inUse, ...sized])]
    .filter((word) => word.length > 2)
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}
