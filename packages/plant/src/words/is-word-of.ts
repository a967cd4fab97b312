/** Whether a word is one of those of a lemma: "bat" of "baseball bat", not of "batter". */
export function isWordOf(word: string, lemma: string): boolean {
  return lemma.includes(word) && ` ${lemma} `.includes(` ${word} `);
}
