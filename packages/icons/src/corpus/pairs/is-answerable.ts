import type { Icon } from '../icon';
import { stemOf } from './same-word';

/** By these words a name says that the others are the name of a company. */
const marks: readonly string[] = ['brand', 'brands', 'logo', 'logos'];

/**
 * What two icons are asked that differ by one word: whether people could tell them apart. It remembers the stems of
 * words, since a few thousand words are in hundreds of thousands of pairs.
 */
export function createAnswerable(): (a: Icon, b: Icon, slot: number) => boolean {
  const stems = new Map<string, string>();
  const stem = (word: string) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const found = stemOf(word);
    stems.set(word, found);
    return found;
  };
  return (a, b, slot) => {
    const [wordA, wordB] = [a.words[slot]!, b.words[slot]!];
    if (stem(wordA) === stem(wordB) || a.body === b.body) return false;
    if (isMark(a) || isMark(b)) return false;
    return !(answersTo(a, b.caption, wordB) || answersTo(b, a.caption, wordA));
  };
}

function isMark({ words }: Icon): boolean {
  return words.some((word) => marks.includes(word));
}

/** Whether an icon goes by another caption too, or is tagged with it or with its word. */
function answersTo({ aliases, tags }: Icon, caption: string, word: string): boolean {
  return aliases.includes(caption) || aliases.includes(word) || tags.includes(caption) || tags.includes(word);
}
