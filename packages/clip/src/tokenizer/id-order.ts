import { quoted } from '@slipform/kit/text/printable';
import { InputError } from '../input-error';

/** Tokens in the order of their ids, which must be 0 to n − 1, each once. */
export function idOrder(entries: readonly (readonly [token: string, id: unknown])[], file: string): string[] {
  const vocabulary = new Array<string | undefined>(entries.length);
  for (const [token, id] of entries) {
    const inside = typeof id === 'number' && Number.isInteger(id) && id >= 0 && id < entries.length;
    if (!inside || vocabulary[id] !== undefined) {
      throw new InputError(
        `${file}: the ids of the vocabulary must be 0 to ${entries.length - 1}, each once; see ${quoted(token, 80)}.`,
      );
    }
    vocabulary[id] = token;
  }
  return vocabulary as string[];
}
