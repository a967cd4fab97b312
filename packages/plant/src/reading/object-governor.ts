import { hashPair, hashWord } from '../hashes/hash-words';
import { wordClass } from '../lexicon/words';
import type { ObjectSpan, Reading } from './reading';
import type { Token } from './tagger';

/** Parts of speech of a noun phrase before its noun. */
const passed = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV']);
/** There is one of anything. */
const ofAnything = wordClass('of-anything');
const owners = new Set(['his', 'her', 'its', 'their']);

function governorPlace({ first }: ObjectSpan, tokens: readonly Token[]): number {
  for (let i = first - 1; i >= 0; i -= 1) {
    const { tag, lower } = tokens[i]!;
    if (!passed.has(tag) && !owners.has(lower)) return i;
  }
  return -1;
}

/**
 * Hash of what governs a thing: the word before its noun phrase, and with "of" the noun before that too, since not all
 * things have a shore or contents as they have pictures; 0 for nothing.
 */
export function governorHash(span: ObjectSpan, { tokens }: Reading): number {
  const place = governorPlace(span, tokens);
  if (place < 0) return 0;
  const { lower, form } = tokens[place]!;
  const before = tokens[place - 1];
  if (lower !== 'of' || before?.tag !== 'NOUN' || ofAnything.has(before.form.noun ?? '')) return form.hash;
  return hashPair(before.form.nounHash || before.form.hash, form.hash);
}

/** Whether a noun before it tells what sort of thing it is: "kitchen counter". */
export function isAfterNoun({ first }: ObjectSpan, tokens: Reading['tokens']): boolean {
  const before = tokens[first - 1];
  return before?.tag === 'NOUN' && !before.form.scaled;
}

/** Hash of the verb that has this noun as its subject; 0 if none. */
export function deedOf({ last }: ObjectSpan, { actions }: Reading): number {
  for (const { subject, lemma } of actions) if (subject?.last === last) return hashWord(lemma);
  return 0;
}
