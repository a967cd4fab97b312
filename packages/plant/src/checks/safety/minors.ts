import { mayMeanMinor } from '../../safety/minor-words';
import { endangersMinor } from '../../safety/protect-minors';
import { wordsOf } from '../../safety/words-of';
import type { SiteContext } from '../../sites/site-context';
import type { SiteWord } from '../../sites/site-word';
import type { Check, CheckLexicon } from '../check';

/** The rule of safety/protect-minors.ts, for a word in its place and for a negative as written. */
export const minorChecks: readonly Check[] = [
  {
    id: 'minor/word',
    kind: 'safety',
    scope: 'site',
    reason: 'minor',
    what: 'An adult or a thing would become a minor, a minor would come into a sensitive text, or what is done to one would change.',
    refuses: endangersMinorAt,
    example: {
      slot: 'object',
      refuses: ['A man in a field.', 'man', 'boy'],
      passes: ['A boy in a field.', 'boy', 'woman'],
    },
  },
  {
    id: 'minor/text',
    kind: 'safety',
    scope: 'written',
    reason: 'minor',
    what: 'The same of a negative as written, by a swap or by a rewriter: nothing is swapped between a minor and somebody else.',
    refuses: (written, lexicon) => endangersMinor(written, personsOf(lexicon)),
    example: {
      slot: 'object',
      refuses: ['A man chasing a girl.', 'man', 'girl'],
      passes: ['A dog chasing a cat.', 'dog', 'cat'],
    },
  },
];

function endangersMinorAt(
  { caption, word, operation }: SiteContext,
  other: SiteWord,
  lexicon: CheckLexicon,
): boolean {
  if (!mayNameMinor(other.text) && !mayNameMinor(caption)) return false;
  const { start, end, slot } = word;
  const text = other.text.toLowerCase();
  return endangersMinor(
    {
      caption,
      negative: caption.slice(0, start) + text + caption.slice(end),
      operation,
      slot,
      keywords: [{ start, end }],
      replacements: [{ start, end: start + text.length }],
    },
    personsOf(lexicon),
  );
}

const mostKept = 10_000;
const known = new Map<string, boolean>();

/** The same few captions and words are asked about again and again. */
function mayNameMinor(text: string): boolean {
  let may = known.get(text);
  if (may === undefined) {
    if (known.size >= mostKept) known.clear();
    may = wordsOf(text).some(({ word }) => mayMeanMinor(word));
    known.set(text, may);
  }
  return may;
}

/** Whether a word in lower case is one for a person. */
function personsOf({ formOf, nouns }: CheckLexicon): (word: string) => boolean {
  return (word) => {
    const lemma = formOf(word).noun ?? word;
    return nouns.get(lemma)?.person === true;
  };
}
