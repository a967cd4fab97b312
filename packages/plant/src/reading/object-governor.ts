import type { ObjectSpan, Reading } from './reading';

/** Parts of speech of a noun phrase before its noun. */
const passed = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV']);

/** Hash of the verb or preposition before the noun phrase; 0 for none. */
export function objectGovernor({ first }: ObjectSpan, { tokens }: Reading): number {
  for (let i = first - 1; i >= 0; i -= 1) {
    if (!passed.has(tokens[i]!.tag) && !/^(?:his|her|its|their)$/.test(tokens[i]!.lower))
      return tokens[i]!.form.hash;
  }
  return 0;
}

/** Whether a noun before it tells what sort of thing it is: "kitchen counter". */
export function isAfterNoun({ first }: ObjectSpan, tokens: Reading['tokens']): boolean {
  const before = tokens[first - 1];
  return before?.tag === 'NOUN' && !before.form.scaled;
}
