import type { Icon } from '../icon';
import { isSameWord } from './same-word';

/** Whether two icons whose captions differ at one place mean and show different things. */
export function isAnswerable(a: Icon, b: Icon, slot: number): boolean {
  if (a.body === b.body) return false;
  const [wordA, wordB] = [a.words[slot]!, b.words[slot]!];
  if (isSameWord(wordA, wordB)) return false;
  return !(answersTo(a, b.caption, wordB) || answersTo(b, a.caption, wordA));
}

/** Whether an icon goes by another caption too, or is tagged with it or with its word. */
function answersTo({ aliases, tags }: Icon, caption: string, word: string): boolean {
  return aliases.includes(caption) || aliases.includes(word) || tags.includes(caption) || tags.includes(word);
}
