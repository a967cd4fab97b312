import type { ObjectSpan } from '../reading/reading';
import type { Token } from '../reading/tagger';
import { isBoundTo } from '../words/bound-modifiers';
import type { Noun } from '../words/nouns';

const holders = new Set(['dish', 'drinking vessel', 'cookware', 'bag']);

/** Whether a thing's own phrase would make no sense of another one: "plates of food", "a busy street". */
export function breaksPhrase(
  { noun, last, modifiers }: ObjectSpan,
  other: Noun,
  tokenAt: (place: number) => Token | undefined,
): boolean {
  const next = tokenAt(last + 1)?.lower;
  if (next === 'of' && noun.kind !== other.kind && !(isHolder(noun) && isHolder(other))) return true;
  const holds = (next === 'full' || next === 'filled' || next === 'containing') && isHolder(noun);
  if (holds && !isHolder(other)) return true;
  return modifiers.some((modifier) => isBoundTo(modifier, noun, other));
}

function isHolder({ kind }: Noun): boolean {
  return kind !== undefined && holders.has(kind);
}
