import { parts, type WordNet } from './wordnet';

/** Lexicographer files of living things and their groups: noun.animal, noun.body, noun.group, noun.plant. */
const taxonFiles: ReadonlySet<number> = new Set([5, 8, 14, 20]);
const rank =
  /^(?:(?:sub|super)?(?:family|order|class|division|phylum|kingdom|tribe|genus)|section|species|variety) (.+)$/;

/** Whether every sense of a phrase is an instance: "john wayne", "rhode island", "old testament". */
export function isName(phrase: string, wordNet: WordNet): boolean {
  const senses = sensesOf(phrase, wordNet);
  return (
    senses.length > 0 && senses.every(({ synset }) => synset.pointers.some(({ symbol }) => symbol === '@i'))
  );
}

/**
 * Whether a phrase is a Latin name: a genus and an epithet ("lactuca sativa", but not "eucalyptus tree"), or a rank
 * before an entry ("family phocidae").
 */
export function isTaxon(phrase: string, wordNet: WordNet): boolean {
  const senses = sensesOf(phrase, wordNet);
  if (!senses.every(({ synset }) => taxonFiles.has(synset.lexicographerFile))) return false;
  const named = rank.exec(phrase)?.[1];
  if (named !== undefined) return wordNet.senses.has(named);
  const words = phrase.split(' ');
  return wordNet.senses.has(`genus ${words[0]}`) && !wordNet.senses.has(words.at(-1)!);
}

function sensesOf(phrase: string, wordNet: WordNet) {
  return parts.flatMap((part) => wordNet.senses.get(phrase)?.[part] ?? []);
}
