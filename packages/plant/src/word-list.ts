import { InputError } from '@slipform/kit/errors/input-error';
import { shown } from '@slipform/kit/text/printable';

/** The distinct words of a list, in lower case. @param name of the list in messages. @throws {InputError} */
export function wordList(words: Iterable<unknown>, name: string): ReadonlySet<string> {
  const set = new Set<string>();
  for (const word of words) {
    if (typeof word !== 'string') throw new InputError(`${name} must hold strings, got ${shown(word)}.`);
    const lower = word.trim().toLowerCase();
    if (lower !== '') set.add(lower);
  }
  if (set.size === 0) throw new InputError(`${name} must hold at least one word, got none.`);
  return set;
}
