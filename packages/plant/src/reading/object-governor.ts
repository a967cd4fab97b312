import type { ObjectSpan, Reading } from './reading';

/** Parts of speech of a noun phrase before its noun. */
const passed = new Set(['DET', 'ADJ', 'NUM', 'NOUN', 'PROPN', 'ADV']);
const owners = new Set(['his', 'her', 'its', 'their']);

/** Hash of the verb or preposition before the noun phrase; 0 for none. */
export function objectGovernor({ first }: ObjectSpan, { tokens }: Reading): number {
  for (let i = first - 1; i >= 0; i -= 1) {
    const { tag, lower, form } = tokens[i]!;
    if (!passed.has(tag) && !owners.has(lower)) return form.hash;
  }
  return 0;
}
