/** Whether a word is one of those of a lemma: "bat" of "baseball bat", not of "batter". */
export function isWordOf(word: string, lemma: string): boolean {
  return lemma.includes(word) && ` ${lemma} `.includes(` ${word} `);
}

/** Whether a word of a caption is none of a lemma's, or said once more. */
export function isSaidBeside(i: number, words: readonly string[], lemma: string): boolean {
  const word = words[i]!;
  return !isWordOf(word, lemma) || words.indexOf(word) !== i;
}
