import { hashWord } from '../hashes/hash-words';
import type { ObjectSpan, Reading } from './reading';
import type { Token } from './tagger';

/** Parts of speech of a noun phrase before its noun. */
const passed = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV']);

/** The verb or preposition before the noun phrase. */
export function objectGovernor({ first }: ObjectSpan, { tokens }: Reading): Token | undefined {
  for (let i = first - 1; i >= 0; i -= 1) {
    if (!passed.has(tokens[i]!.tag) && !/^(?:his|her|its|their)$/.test(tokens[i]!.lower)) return tokens[i];
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
  const deed = actions.find(({ subject }) => subject?.last === last);
  return deed ? hashWord(deed.lemma) : 0;
}
