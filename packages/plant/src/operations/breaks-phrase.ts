import type { ObjectSpan } from '../reading/reading';
import { isBoundTo } from '../words/bound-modifiers';
import type { Noun } from '../words/nouns';

const holders = new Set(['dish', 'drinking vessel', 'cookware', 'bag']);

/**
 * Whether a thing's own phrase would make no sense of another one: "plates of food", "a busy street". `next` is the
 * word after it.
 */
export function breaksPhrase(
  { noun, modifiers }: ObjectSpan,
  other: Noun,
  next: string | undefined,
): boolean {
  if (next === 'of' && noun.kind !== other.kind && !(isHolder(noun) && isHolder(other))) return true;
  // "a loaf of bread", "a pile of": of food it says how much.
  if (next === 'of' && (noun.kind === 'meal' || noun.kind === 'snack')) return true;
  const holds = (next === 'full' || next === 'filled' || next === 'containing') && isHolder(noun);
  if (holds && !isHolder(other)) return true;
  return modifiers.some((modifier) => isBoundTo(modifier, noun, other));
}

function isHolder({ kind }: Noun): boolean {
  return kind !== undefined && holders.has(kind);
}
