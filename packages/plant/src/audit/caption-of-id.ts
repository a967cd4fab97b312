import { InputError } from '@slipform/concreteness';
import { quoted } from '@slipform/kit/printable';
import { hashWord } from '../hashes/hash-words';
import { createTextTable } from '../hashes/text-table';
import type { Pair } from './pair';

/**
 * Refuses a file in which one id has two captions, as in shards whose ids are line numbers, put one behind the other:
 * pairs of one id, and exchange partners, are kept in one fold, and folds that hang together by chance hide what the
 * text gives away. (Sixteen shards scored .500 so, where .641 is true.)
 */
export function createCaptionOfId(): (pair: Pair) => void {
  const hashes = createTextTable();
  return ({ id, caption }) => {
    if (id === undefined) return;
    const hash = hashWord(caption) >>> 0 || 1;
    const at = hashes.slotOf(id);
    const known = hashes.values[at]!;
    if (known === 0) hashes.values[at] = hash;
    else if (known !== hash) {
      throw new InputError(
        `the id ${quoted(id)} stands for two captions, the second of which is ${quoted(caption)}; each caption needs an id of its own, so put the name of the file before the ids where files were put together`,
      );
    }
  };
}
