const doubled =
  /^(?:[^aeiou]*[aeiou](?:[bdgmnprt])|.*(?:nap|jog|swim|run|sit|cut|hit|chop|pet|grab|slip|spin|skip))$/;

/** "sit" → "sitting", "lie" → "lying", "ride" → "riding"; "sit" → "sits", "carry" → "carries". */
export function verbForm(lemma: string, form: 'ing' | 's' | 'base'): string {
  if (form === 'base') return lemma;
  if (form === 's') {
    if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
    return /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  }
  if (lemma.endsWith('ie')) return `${lemma.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`;
  return doubled.test(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}
