import type { RatedPiece, ShownWord } from './rated-piece';

/**
 * A piece that is not rated yet, with those words of its last form that a change in one place has left: before the
 * place as they are, behind it moved. So colours stay while one types.
 */
export function carryWords({ text: before, words }: RatedPiece, text: string): RatedPiece {
  const most = Math.min(before.length, text.length);
  let head = 0;
  while (head < most && before[head] === text[head]) head++;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const moved = text.length - before.length;
  const kept: ShownWord[] = [];
  for (const word of words) {
    if (word.end <= head) kept.push(word);
    else if (word.start >= before.length - tail) {
      kept.push({ ...word, start: word.start + moved, end: word.end + moved });
    }
  }
  return { text, words: kept };
}
