import { misfit } from '@slipform/kit/options/options';
import { hashText } from '@slipform/kit/random/hash';

/**
 * Whether training may exchange the colour of a thing of this name: a third of all names is held out of every swap.
 *
 * @example
 * isSwapWord('bell'); // true, and false of another third
 */
export function isSwapWord(word: string): boolean {
  if (typeof word !== 'string') throw misfit('isSwapWord', 'word', 'a text', word);
  return hashText(word) % 3 !== 0;
}
