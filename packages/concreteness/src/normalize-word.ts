const plainWord = /^[a-z]+$/;

/**
 * The form in which words are looked up: lower case, composed (NFC), straight apostrophes and hyphens, one
 * space between the words of a phrase (an underscore
 * between two letters, as WordNet writes it, counts as a space).
 */
export function normalizeWord(word: string): string {
  if (plainWord.test(word)) return word;
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/[\u2010-\u2012]/g, '-')
    .replace(/(?<=[\p{L}\p{N}])_(?=[\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
