import { useMemo } from 'preact/hooks';
import { isCounted, type RatedPiece } from '../rate/rated-piece';
import { styleOf } from './marked';

interface Props {
  readonly piece: RatedPiece;
  /** Where the word under the cursor begins in this piece; -1 for another piece. */
  readonly current: number;
}

/** A piece of the text, of which one sees only the grounds of its words; drawn again only when it changes. */
export function ColouredPiece({ piece, current }: Props) {
  return useMemo(() => {
    let at = 0;
    const parts = piece.words.flatMap((word) => {
      const before = piece.text.slice(at, word.start);
      at = word.end;
      const isCurrent = word.start === current ? 'true' : undefined;
      if (isCounted(word)) {
        return [
          before,
          <span
            class="marked"
            key={word.start}
            style={styleOf(word.rating.rating)}
            data-current={isCurrent}
            data-rating={word.rating.rating}
          >
            {word.text}
          </span>,
        ];
      }
      return [
        before,
        <span key={word.start} class={word.isLeftOut ? '' : 'unrated'} data-current={isCurrent}>
          {word.text}
        </span>,
      ];
    });
    return (
      <>
        {parts}
        {piece.text.slice(at)}
      </>
    );
  }, [piece, current]);
}
