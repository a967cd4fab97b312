/**
 * Whether every word of a text is in the vocabulary, if there is one, or among those that it takes the place of: "left
 * of" for "right of" brings no new "of".
 */
export function inVocabulary(
  text: string,
  replaced: string,
  vocabulary: ReadonlySet<string> | undefined,
): boolean {
  if (!vocabulary) return true;
  const lower = text.toLowerCase();
  if (vocabulary.has(lower)) return true;
  const kept = replaced.toLowerCase().split(' ');
  return lower.split(' ').every((word) => vocabulary.has(word) || kept.includes(word));
}
