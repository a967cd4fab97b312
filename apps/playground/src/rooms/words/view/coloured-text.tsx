import type { RefObject } from 'preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { isCounted, type RatedPiece, type WordAtCursor } from '../rate/summary';
import { shownRating, styleOf } from './marked';

export const longestText = 20_000;

export interface ColouredTextProps {
  readonly text: string;
  readonly pieces: readonly RatedPiece[];
  readonly current: WordAtCursor | undefined;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onText: (text: string) => void;
  readonly onCursor: (at: number) => void;
}

interface Tip {
  readonly rating: number;
  readonly left: number;
  readonly top: number;
}

/** A text that one types, over the grounds of its words: the field is transparent, and behind it lies the same text. */
export function ColouredText({ text, pieces, current, field, onText, onCursor }: ColouredTextProps) {
  const [tip, setTip] = useState<Tip>();
  const id = useId();
  const follow = (event: { readonly currentTarget: HTMLTextAreaElement }) =>
    onCursor(event.currentTarget.selectionStart);
  const starts = startsOf(pieces);
  return (
    <div class="coloured">
      <label for={id}>Your text</label>
      <div class="coloured-box">
        <div class="coloured-back" aria-hidden="true">
          {pieces.map((piece, at) => (
            <ColouredPiece
              key={at}
              piece={piece}
              current={current?.piece === at ? current.start - starts[at]! : -1}
            />
          ))}
          {/* An empty line at the end has a height too. */}
          {'\u200b'}
        </div>
        <textarea
          id={id}
          ref={field}
          value={text}
          maxLength={longestText}
          spellcheck={false}
          autoComplete="off"
          aria-describedby={`${id}-hint`}
          onInput={(event) => {
            setTip(undefined);
            onText(event.currentTarget.value);
            follow(event);
          }}
          onKeyUp={follow}
          onClick={follow}
          onSelect={follow}
          onPointerMove={(event) => {
            if (event.pointerType === 'mouse')
              setTip(tipAt(event.clientX, event.clientY, event.currentTarget));
          }}
          onPointerLeave={() => setTip(undefined)}
        />
        {tip !== undefined && (
          <span class="coloured-tip" style={`left: ${tip.left}px; top: ${tip.top}px`} aria-hidden="true">
            {shownRating(tip.rating)}
          </span>
        )}
      </div>
      <p class="hint" id={`${id}-hint`}>
        {text.length >= longestText
          ? `A text may have ${longestText.toLocaleString('en')} characters; what was longer is cut.`
          : 'Type or paste. Put the cursor on a word to see where its rating comes from.'}
      </p>
    </div>
  );
}

function startsOf(pieces: readonly RatedPiece[]): number[] {
  let start = 0;
  return pieces.map(({ text }) => {
    const own = start;
    start += text.length;
    return own;
  });
}

/** The word that lies under a point behind the field, if it has a rating. */
function tipAt(x: number, y: number, field: HTMLElement): Tip | undefined {
  const word = document
    .elementsFromPoint(x, y)
    .find((element): element is HTMLElement => element instanceof HTMLElement && element.matches('.marked'));
  if (word === undefined) return undefined;
  // A phrase may lie on two lines.
  const lines = [...word.getClientRects()];
  const line = lines.find(({ top, bottom }) => y >= top && y <= bottom) ?? lines[0]!;
  const box = field.getBoundingClientRect();
  return {
    rating: Number(word.dataset.rating),
    left: line.left + line.width / 2 - box.left,
    top: line.top - box.top,
  };
}

interface Props {
  readonly piece: RatedPiece;
  /** Where the word under the cursor begins in this piece; -1 for another piece. */
  readonly current: number;
}

/** A piece of the text, of which one sees only the grounds of its words; drawn again only when it changes. */
function ColouredPiece({ piece, current }: Props) {
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
