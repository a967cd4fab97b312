import type { Span } from '@slipform/plant';

/** A part of a text: before the change or after it; drawn in the picture or not. */
export interface Mark extends Pick<Span, 'start' | 'end'> {
  readonly kind: 'old' | 'new' | 'drawn' | 'missing';
}

export function marks(
  kind: Mark['kind'],
  ...spans: readonly (Pick<Span, 'start' | 'end'> | undefined)[]
): Mark[] {
  return spans.flatMap((span) => (span === undefined ? [] : [{ start: span.start, end: span.end, kind }]));
}

/** A text in which some words are marked. */
export function MarkedText({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  return (
    <>
      {sorted.map(({ start, end, kind }, i) => (
        <>
          {text.slice(sorted[i - 1]?.end ?? 0, start)}
          <mark class={`word-${kind}`}>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(sorted.at(-1)?.end ?? 0)}
    </>
  );
}
