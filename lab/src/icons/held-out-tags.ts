import type { Icon } from '@slipform/icons';
import { hashText } from '@slipform/kit/random/hash';

/** Every tag of this set is kept out of training: to search it is to search a set that nobody has tagged. */
export const UNTAGGED_SET = 'lucide';

/** One word of so many is kept out of every set's tags. */
const ONE_IN = 10;

/** Whether a word is kept out of training wherever it stands in a tag; a name may have it. */
export function isHeldOutWord(word: string): boolean {
  return (hashText(word, 1) >>> 0) % ONE_IN === 0;
}

/** Whether training never sees a tag: it is a tag of the set without tags, or holds a word that is held out. */
export function isHeldOutTag(tag: string, { set }: Icon): boolean {
  return set === UNTAGGED_SET || wordsOf(tag).some(isHeldOutWord);
}

/** Words of a text in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
