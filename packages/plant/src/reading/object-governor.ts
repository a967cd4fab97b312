import { hashWord } from '../hashes/hash-words';
import type { ObjectSpan, Reading } from './reading';
import type { Token } from './tagger';

/** Parts of speech of a noun phrase before its noun. */
const passed = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV']);
const owners = new Set(['his', 'her', 'its', 'their']);

/** The verb or preposition before the noun phrase. */
export function objectGovernor({ first }: ObjectSpan, { tokens }: Reading): Token | undefined {
  for (let i = first - 1; i >= 0; i -= 1) {
    const { tag, lower } = tokens[i]!;
    if (!passed.has(tag) && !owners.has(lower)) return tokens[i];
  }
  return undefined;
}

/** Whether a noun before it tells what sort of thing it is: "kitchen counter". */
export function isAfterNoun({ first }: ObjectSpan, tokens: Reading['tokens']): boolean {
  const before = tokens[first - 1];
  return before?.tag === 'NOUN' && !before.form.scaled;
}

/** Hash of what it does: of the verb whose subject it is; 0 for none. */
export function deedOf({ last }: ObjectSpan, { actions }: Reading): number {
  for (const { subject, lemma } of actions) if (subject?.last === last) return hashWord(lemma);
  return 0;
}
