import type { Icon } from '../icon';
import { createStems } from './same-word';

/** By these words a name says that the others are the name of a company. */
const marks: readonly string[] = ['brand', 'brands', 'logo', 'logos'];

/** What two icons are asked that differ by one word: whether people could tell them apart. */
export function createAnswerable(): (a: Icon, b: Icon, slot: number) => boolean {
  const stemOf = createStems();
  return (a, b, slot) => {
    const [wordA, wordB] = [a.words[slot]!, b.words[slot]!];
    return stemOf(wordA) !== stemOf(wordB) && areDistinct(a, b, wordA, wordB);
  };
}

/**
 * Whether people can distinguish two icons by what one has and the other lacks: their drawings are not the same, neither is a
 * company's mark, and neither goes by the other's caption or part too.
 */
export function areDistinct(a: Icon, b: Icon, partA: string, partB: string): boolean {
  if (a.body === b.body || isMark(a) || isMark(b)) return false;
  return !(answersTo(a, b.caption, partB) || answersTo(b, a.caption, partA));
}

function isMark({ words }: Icon): boolean {
  return words.some((word) => marks.includes(word));
}

/** Whether an icon goes by another caption too, or is tagged with it or with its word. */
function answersTo({ aliases, tags }: Icon, caption: string, word: string): boolean {
  return aliases.includes(caption) || aliases.includes(word) || tags.includes(caption) || tags.includes(word);
}
