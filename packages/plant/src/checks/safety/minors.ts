import { remembered } from '../../hashes/remembered';
import { mayMeanMinor } from '../../safety/minor-words';
import { endangersMinor } from '../../safety/protect-minors';
import { wordsOf } from '../../safety/words-of';
import type { Check, CheckLexicon } from '../check';

/** The rule of safety/protect-minors.ts. */
export const minorCheck: Check = {
  id: 'minor/text',
  kind: 'safety',
  scope: 'written',
  reason: 'minor',
  what: 'An adult or a thing would become a minor, a minor would come into a sensitive text, what is done to one would change, or something would be swapped between a minor and somebody else.',
  may: {
    at: ({ caption }) => mayCaptionNameMinor(caption),
    of: ({ text }) => mayNameMinor(text.toLowerCase()),
    either: true,
  },
  refuses: (written, lexicon) =>
    (mayCaptionNameMinor(written.caption) || written.texts.some(mayNameMinor)) &&
    endangersMinor(written, personsOf(lexicon)),
  example: {
    slot: 'object',
    refuses: ['A man in a field.', 'man', 'boy'],
    passes: ['A boy in a field.', 'boy', 'woman'],
  },
};

/** The same few captions and words are asked about again and again. */
const mayNameMinor = remembered(
  (text: string) => wordsOf(text).some(({ word }) => mayMeanMinor(word)),
  // As many as the captions of a block, and more.
  50_000,
);

let last: { readonly caption: string; readonly may: boolean } | undefined;

/** Many changes of one caption are asked about, one after the other. */
function mayCaptionNameMinor(caption: string): boolean {
  if (caption !== last?.caption) last = { caption, may: mayNameMinor(caption) };
  return last.may;
}

/** Whether a word in lower case is one for a person. */
function personsOf({ formOf, nouns }: CheckLexicon): (word: string) => boolean {
  return (word) => {
    const lemma = formOf(word).noun ?? word;
    return nouns.get(lemma)?.person === true;
  };
}
