import { isListed } from '../words/kinds';
import type { Nouns } from '../words/nouns';
import { personChanges } from '../words/people';
import { scalesOf } from '../words/scales';
import type { Token } from './tagger';
import type { WordForm } from './word-forms';

interface LemmaContext {
  readonly nouns: Nouns;
  readonly formOf: (lower: string) => WordForm;
  readonly vocabulary: ReadonlySet<string> | undefined;
}

/** A two-word lemma that starts at a token. */
export function twoWordLemmaAt(
  caption: string,
  tokens: readonly Token[],
  i: number,
  { nouns, formOf, vocabulary }: LemmaContext,
): { lemma: string; plural: boolean } | undefined {
  const first = tokens[i]!;
  const second = tokens[i + 1];
  if (!second || !nouns.startsLemma(first.lower) || caption.slice(first.end, second.start) !== ' ')
    return undefined;
  if (first.tag !== 'NOUN' && first.tag !== 'ADJ' && first.tag !== 'PROPN' && first.tag !== 'VERB')
    return undefined;
  const { noun, plural } = formOf(second.lower);
  const whole = `${first.lower} ${second.lower}`;
  const lemma = nouns.isNoun(whole) ? whole : noun === undefined ? undefined : `${first.lower} ${noun}`;
  if (lemma === undefined || !nouns.isNoun(lemma)) return undefined;
  // The tagger's word is good enough for all but everyday pairs ("teddy bears", which it takes for a verb).
  const isNoun = second.tag === 'NOUN' || second.tag === 'PROPN' || formOf(second.lower).scaled;
  if (!isNoun && !isListed(lemma)) return undefined;
  if (formOf(first.lower).scaled && !isListed(lemma)) {
    // "little girl" and "small boat" say how big; a colour before a word of the user's own vocabulary is a colour.
    if (!scalesOf(first.lower).some(({ scale }) => scale === 'colour' || scale === 'material'))
      return undefined;
    if (vocabulary?.has(first.lower) && vocabulary.has(second.lower)) return undefined;
    // WordNet's "blue cat" is a catfish and its "red fox" a species: in a caption they are a cat and a fox.
    if (noun !== undefined && (personChanges(noun) || nouns.get(noun)?.kind === 'animal')) return undefined;
  }
  return { lemma, plural: lemma !== whole || (plural && lemma === whole) };
}
