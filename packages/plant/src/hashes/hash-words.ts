/**
 * Hashes of words and of sequences of words: signed 32-bit integers, which V8 keeps without boxing. 0 stands for "no
 * word".
 */

/** Hash of a word of no letters. */
export const emptyWord = 0x811c9dc5 | 0;

/** Hash of a word with one more code unit (FNV-1a). */
export function addCode(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** Hash of one word: FNV-1a over its UTF-16 code units. */
export function hashWord(word: string): number {
  let hash = emptyWord;
  for (let i = 0; i < word.length; i += 1) hash = addCode(hash, word.charCodeAt(i));
  return hash;
}

/** Hash of the sequence of two words (or of a sequence and a word). */
export function hashPair(a: number, b: number): number {
  let hash = (Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + b) | 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return hash ^ (hash >>> 16);
}

/** Hash of the sequence of three words. */
export function hashTriple(a: number, b: number, c: number): number {
  return hashPair(hashPair(a, b) ^ 0x5bd1e995, c);
}

/** Hash of "this word under that governor": a verb and its object, an adjective and its noun. */
export function hashBinding(governor: number, lemma: number): number {
  return hashPair(governor ^ 0x7f4a7c15, lemma);
}

/** Hash of "this one does that". */
export function hashActing(actor: number, lemma: number): number {
  return hashPair(actor ^ 0x3c6ef372, lemma);
}

/** Hash of "these two in one picture", whichever comes first. */
export function hashCompany(a: number, b: number): number {
  return a < b ? hashPair(a ^ 0x1f83d9ab, b) : hashPair(b ^ 0x1f83d9ab, a);
}

/** Hash of "a picture has this word". */
export function hashMet(word: number): number {
  return hashPair(word ^ 0x2545f491, 1);
}

/** Under this hash all words are counted. */
export const anyWord = 0x3c6ef373;

/** Under this hash all words under a governor are counted. */
export const anyGoverned = 0x510e527f;

/** Hash of "this word, whatever governs it". */
export function hashGoverned(lemma: number): number {
  return hashPair(lemma ^ 0x6a09e667, 2);
}

/** "an" counts as "a". */
export const article = hashWord('a');

/** Text models often drop words of one letter: "riding a horse" is "riding horse" to them. */
export function isDropped(hash: number): boolean {
  return hash === article;
}

/** Hash of a token: "an" counts as "a", since the next word decides which it is; punctuation is no word. */
export function hashToken(lower: string): number {
  if (lower === 'an') return article;
  const code = lower.charCodeAt(0);
  if (code >= 97 && code <= 122) return hashWord(lower);
  return /[\p{L}\p{N}]/u.test(lower) ? hashWord(lower) : 0;
}
