import type { Rating } from '@slipform/concreteness';

/** What a step of the look-up found, in a sentence. */
export function explainStep(text: string, { via, lemma, parts, source }: Rating): string {
  const made = parts?.join(' + ');
  switch (via) {
    case 'norms':
      return isSame(text, lemma) ? 'People rated this word.' : `People rated its other spelling, “${lemma}”.`;
    case 'entry':
      return 'It stands in our table of estimates.';
    case 'lemma':
      return made === undefined
        ? `It is a form of “${lemma}”, which ${source === 'norms' ? 'people rated' : 'stands in our table'}.`
        : `It is computed from ${made}, since the ending changes the rating.`;
    case 'spelling':
      return `It is another spelling of “${lemma}”.`;
    case 'parts':
      return `It is computed from its parts, ${made ?? lemma}.`;
    case 'punctuation':
      return `It is “${lemma}” without the punctuation around it.`;
  }
}

function isSame(text: string, lemma: string): boolean {
  return text.toLowerCase() === lemma;
}
