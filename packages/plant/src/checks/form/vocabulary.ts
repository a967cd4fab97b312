import type { Check } from '../check';

/** A user's own vocabulary is the only one that is written. */
export const vocabularyCheck: Check = {
  id: 'form/vocabulary',
  kind: 'form',
  scope: 'site',
  reason: 'not-in-vocabulary',
  what: 'The option `vocabulary` does not list the new word in its form.',
  refuses: ({ word }, other, { vocabulary }) => !inVocabulary(other.text, word.text, vocabulary),
  example: {
    slot: 'object',
    refuses: ['A dog on a couch.', 'dog', 'aardvark'],
    passes: ['A dog on a couch.', 'dog', 'cat'],
  },
};

/**
 * Whether every word of a text is in the vocabulary, if there is one, or among those that it takes the place of: "left
 * of" for "right of" brings no new "of".
 */
function inVocabulary(text: string, replaced: string, vocabulary: ReadonlySet<string> | undefined): boolean {
  if (!vocabulary) return true;
  const lower = text.toLowerCase();
  if (vocabulary.has(lower)) return true;
  const kept = replaced.toLowerCase().split(' ');
  return lower.split(' ').every((word) => vocabulary.has(word) || kept.includes(word));
}
