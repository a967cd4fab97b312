import { wordClass } from '../lexicon/words';
import type { Token } from './tagger';
import type { WordForm } from './word-forms';

type Tag = Token['tag'];

/** The input of a rule: a token, its form and its neighbours; the ones before it are already corrected. */
export interface TagPlace {
  readonly tokens: readonly Token[];
  readonly formOf: (lower: string) => WordForm;
  i: number;
  token: Token;
  form: WordForm;
  previous: Token | undefined;
  next: Token | undefined;
}

/** A correction of the tagger. `npx tsx packages/plant/scripts/tag-rules.ts` prints what each earns on labelled captions. */
export interface TagRule {
  readonly id: string;
  /** The tag of the token; `undefined` if the rule has nothing to say of it. */
  readonly tag: (place: TagPlace) => Tag | undefined;
}

export const endsPhrase: ReadonlySet<string> = new Set([
  'ADP',
  'CCONJ',
  'PUNCT',
  'AUX',
  'SCONJ',
  'VERB',
  'PART',
  'ADV',
  'PRON',
  'DET',
]);
export const opensPhrase: ReadonlySet<string> = new Set(['DET', 'NUM']);

/** "left of", "front of": words of place rather than nouns. */
export const relationHeads = wordClass('place-head');

/** The determiner before the nouns and adjectives that end here: "a", "the", or none that fixes their number. */
export function determinerOf(tokens: readonly Token[], end: number): 'singular' | 'open' | 'none' {
  let i = end - 1;
  while (i >= 0 && continuesPhrase(tokens, i)) i -= 1;
  if (i < 0) return 'none';
  const { lower, form } = tokens[i]!;
  if (/^(?:an?|one|another|each|every)$/.test(lower)) return 'singular';
  return lower === 'the' || lower === 'this' || lower === 'that' || form.possessive ? 'open' : 'none';
}

function continuesPhrase(tokens: readonly Token[], i: number): boolean {
  const { tag, lower } = tokens[i]!;
  return (
    tag === 'NOUN' || tag === 'ADJ' || tag === 'PROPN' || (lower === 'and' && tokens[i - 1]?.tag === 'ADJ')
  );
}
