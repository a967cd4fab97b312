export type Degree = 'positive' | 'comparative' | 'superlative';

/** "small" → "smaller", "happy" → "happier", "red" → "redder"; `undefined` where English needs "more". */
export function inDegree(lemma: string, degree: Degree): string | undefined {
  if (degree === 'positive') return lemma;
  const ending = degree === 'comparative' ? 'er' : 'est';
  if (/[^aeiou]y$/.test(lemma)) return lemma.length <= 6 ? `${lemma.slice(0, -1)}i${ending}` : undefined;
  const syllables = lemma.replace(/e$/, '').match(/[aeiouy]+/g)?.length ?? 0;
  if (syllables > 1 && lemma !== 'little' && lemma !== 'narrow') return undefined;
  if (lemma === 'little') return undefined;
  if (lemma.endsWith('e')) return lemma + ending.slice(1);
  if (/^[^aeiou]*[aeiou][bdgmnt]$/.test(lemma)) return lemma + lemma.at(-1) + ending;
  return lemma + ending;
}
