import { InputError } from '@slipform/kit/errors/input-error';
import { misfit } from '@slipform/kit/options/options';

/** The distinct words of a list, in lower case. @throws {InputError} */
export function wordList(words: Iterable<unknown>, place: string, argument: string): ReadonlySet<string> {
  const set = new Set<string>();
  for (const word of words) {
    if (typeof word !== 'string') throw misfit(place, argument, 'a list of texts', word);
    const lower = word.trim().toLowerCase();
    if (lower !== '') set.add(lower);
  }
  if (set.size === 0)
    throw new InputError({ place, argument, rule: 'must hold at least one word', got: 'none' });
  return set;
}
