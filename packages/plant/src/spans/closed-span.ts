import type { Lexicon } from '@slipform/concreteness';
import type { Reading } from '../reading/reading';
import type { WordForm } from '../reading/word-forms';
import type { Exclusions } from '../words/exclusions';
import type { Noun, Nouns } from '../words/nouns';

/** An action, a relation or a count: a word or expression of a closed set, whose members exclude each other. */
export interface ClosedSpan {
  readonly slot: 'action' | 'relation' | 'count';
  /** Index of the first token and of the last. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lemma: string;
  /** What must be the same for one word to stand in the other's place: a verb's form and what follows it. */
  readonly form: string;
  /** Whether two words of the set exclude each other. */
  readonly exclude: Exclusions;
  /** Index of the noun that is counted, acted on or the place; -1 where there is none. */
  readonly head: number;
  readonly headLemma: string;
  readonly concreteness: number;
  readonly concretenessSource: 'norms' | 'estimate';
}

export interface SpanContext {
  readonly nouns: Nouns;
  readonly formOf: (lower: string) => WordForm;
  readonly lexicon: Lexicon;
}

/** The noun phrase that starts at a token: its last noun, or -1 where none starts. */
export function nounPhraseHead({ tokens }: Reading, start: number): number {
  let head = -1;
  for (let i = start; i < tokens.length && i < start + 6; i += 1) {
    const { tag } = tokens[i]!;
    if (tag === 'NOUN' || tag === 'PROPN') head = i;
    else if (
      head >= 0 ||
      !(tag === 'DET' || tag === 'ADJ' || tag === 'NUM' || (tag === 'PRON' && i === start))
    )
      break;
  }
  return head;
}

export interface Head {
  readonly index: number;
  readonly lemma: string;
  readonly noun: Noun;
}

/** The thing that a noun phrase names; `undefined` if it names none that can be seen. */
export function thingAt(reading: Reading, start: number, { nouns, formOf }: SpanContext): Head | undefined {
  const index = nounPhraseHead(reading, start);
  if (index < 0) return undefined;
  const { lower } = reading.tokens[index]!;
  const lemma = formOf(lower).noun ?? lower;
  const noun = nouns.get(lemma);
  return noun && { index, lemma, noun };
}
