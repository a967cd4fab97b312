import { longestCaption } from '../reading/read-caption';

/** Hash of one word (FNV-1a over its UTF-16 code units). */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Hash of the sequence of two words. */
export function hashPair(a: number, b: number): number {
  let hash = Math.imul(a ^ (a >>> 15), 0x2c1b3c6d) + b;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Hash of the sequence of three words. */
export function hashTriple(a: number, b: number, c: number): number {
  return hashPair(hashPair(a, b) ^ 0x5bd1e995, c);
}

/** The words of a text as a bag-of-words model cuts them: runs of letters and digits, in lower case. */
export function wordsOf(text: string): string[] {
  return (
    text
      .slice(0, longestCaption)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+/gu) ?? []
  );
}

/** Counts the sequences of two and three words of a caption. */
export function countSequences(caption: string, counts: Map<number, number>): void {
  const hashes = wordsOf(caption).map(hashWord);
  for (let i = 0; i + 1 < hashes.length; i += 1) {
    const pair = hashPair(hashes[i]!, hashes[i + 1]!);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
    if (i + 2 >= hashes.length) continue;
    const triple = hashTriple(hashes[i]!, hashes[i + 1]!, hashes[i + 2]!);
    counts.set(triple, (counts.get(triple) ?? 0) + 1);
  }
}
