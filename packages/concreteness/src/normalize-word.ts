const plainWord = /^[a-z]+$/;

/**
 * In characters. No word or phrase of a table is longer. The limit keeps the work on a text in proportion to its
 * length, because the normal form of a letter with many accents takes the square of their number.
 */
export const longestWord = 1000;

/**
 * The form in which words are looked up: lower case, composed (NFC), straight apostrophes and hyphens, one
 * space between the words of a phrase (an underscore between two letters, as WordNet writes it, counts as a space).
 * A text longer than `longestWord` is returned as it is.
 */
export function normalizeWord(word: string): string {
  if (word.length > longestWord || plainWord.test(word)) return word;
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
