/** Whether every word of a text is in the vocabulary, if there is one. */
export function inVocabulary(text: string, vocabulary: ReadonlySet<string> | undefined): boolean {
  if (!vocabulary) return true;
  const lower = text.toLowerCase();
  return vocabulary.has(lower) || lower.split(' ').every((word) => vocabulary.has(word));
}
