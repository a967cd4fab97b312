import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RatedPiece, ShownWord } from './rate/summary';
import { currentRatings, followRatings, ratedPiece, wantPieces } from './ratings';

/** The state of the worker that rates. */
export function useRatingsState() {
  const [state, setState] = useState(currentRatings);
  useEffect(() => {
    setState(currentRatings());
    return followRatings(setState);
  }, []);
  return state;
}

/**
 * The pieces of a text and of some words beside it, rated. A piece that is on its way has the words that it had before, as
 * far as they are still there.
 *
 * @param beside texts that are rated too, such as those of a legend
 */
export function useRatings(text: string, beside: readonly string[], version: number) {
  const last = useRef<readonly RatedPiece[]>([]);
  const texts = useMemo(() => splitPieces(text), [text]);
  useEffect(() => wantPieces([...beside, ...texts]), [beside, texts]);
  const pieces = useMemo(
    () =>
      texts.map((piece, at): RatedPiece => {
        const rated = ratedPiece(piece);
        if (rated !== undefined) return rated;
        const before = last.current[at];
        return before === undefined ? { text: piece, words: [] } : carryWords(before, piece);
      }),
    [texts, version],
  );
  last.current = pieces;
  return { pieces, isRated: texts.every((piece) => ratedPiece(piece) !== undefined) };
}

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

/**
 * Cuts a text behind each sign of punctuation that white space follows. A phrase never goes over such a place, so the
 * pieces have the ratings of the whole; and while one types, one piece alone is new.
 */
export function splitPieces(text: string): string[] {
  return text.match(/[\s\S]*?[.,;:!?]\s+|[\s\S]+$/g) ?? [];
}
